package kirchberg.domain.words;

import java.util.Arrays;
import java.util.List;

/** What a word does for the number beside it. Each role belongs to one file of {@code data/words}. */
public enum Role {
    /** Directly before the number: "nearly 89 bn". */
    HEDGE("hedges", Worth.HEDGE),
    /** Directly after the number: "900 or more". */
    HEDGE_AFTER("hedges", Worth.HEDGE),

    /** Multiplies by a power of ten: "billion" is 9 in English, 12 in French and German. */
    POWER("units", Worth.NUMBER),
    /** A power of ten only beside a currency, because the word alone means something else: "m". */
    POWER_OF_MONEY("units", Worth.NUMBER),
    /** A power of ten and the euro in one word: "M€". */
    MONEY("units", Worth.NUMBER),
    /** EUR, or the code of another currency. */
    CURRENCY("units", Worth.TEXT),
    PERCENT("units", Worth.NOTHING),
    /** Percentage points, basis points. */
    POINTS("units", Worth.NOTHING),
    /** A unit of measure. */
    QUANTITY("units", Worth.NOTHING),
    /** A unit of time. */
    DURATION("units", Worth.NOTHING),
    /** So many times as much. */
    TIMES("units", Worth.NOTHING),
    /** Means different things in different texts; the value says which. */
    UNSAFE("units", Worth.TEXT),

    /** A number from zero to ninety-nine. */
    NUMBER("number_words", Worth.NUMBER),
    /** The same, where the word means something else as well: read only before a unit or a thing that is known. */
    DOUBTFUL_NUMBER("number_words", Worth.NUMBER),
    /** One, a: a number only before a power of ten. */
    ONE("number_words", Worth.NUMBER),
    /** Hundred, thousand. */
    SCALE("number_words", Worth.NUMBER),
    /** A number that is meant roughly: "une centaine". */
    ROUGHLY("number_words", Worth.NUMBER),
    /** A part of a whole, in per cent: "half". */
    FRACTION("number_words", Worth.PER_CENT),
    /** Half of the power of ten that follows: "half a billion". */
    HALF("number_words", Worth.NUMBER),
    /** After a number or a power of ten: "and a half". */
    AND_A_HALF("number_words", Worth.NOTHING),
    /** Between the hundreds and what is below them: "and". */
    LINK("number_words", Worth.NOTHING),
    /** Parts of a number of parts: "thirds" in "two thirds". */
    PARTS("number_words", Worth.NUMBER),
    /** "One in" before a number. */
    ONE_IN("number_words", Worth.NOTHING),
    /** So many times as much in one word: "doubled". */
    MULTIPLE("number_words", Worth.NUMBER),

    INSTITUTION("scopes", Worth.INSTITUTION),
    STAGE("scopes", Worth.STAGE),
    /** The amount is of investment mobilised, not of financing. */
    MOBILISES("scopes", Worth.NOTHING),
    LABEL("scopes", Worth.LABEL),
    /** The amount or share is of financing by the bank. */
    FINANCING("scopes", Worth.NOTHING),
    /** Things that the bank numbers as operations. */
    OPERATIONS("scopes", Worth.NOTHING),
    /** Things whose count has a name in claim files. */
    COUNTED("scopes", Worth.TEXT),
    /** The number speaks of something that no portfolio holds; the value says why. */
    BEYOND("scopes", Worth.TEXT),
    /** Something that is yet to come: makes a target. */
    AIM("scopes", Worth.NOTHING),
    /** Opens an aim that a later word completes, the AIM_END of the same value: "wird". */
    AIM_START("scopes", Worth.TEXT),
    /** Behind the number: completes an aim: "mobilisieren". */
    AIM_END("scopes", Worth.TEXT),
    /** Something that is done: makes no target of the number after it. */
    DONE("scopes", Worth.NOTHING),
    /** Before a percentage: it is a change against an earlier value. */
    CHANGE("scopes", Worth.NOTHING),
    /** After a percentage: the same. */
    CHANGE_AFTER("scopes", Worth.NOTHING),
    /** Before a number that is a part of another one: "of which". */
    PART_OF("scopes", Worth.NOTHING),
    /** After a comma: opens an insertion that explains its subject, and names no other one. */
    INSERTION("scopes", Worth.NOTHING),

    /** A place with its preposition: "in the EU". */
    PLACE("places", Worth.PLACE),
    /** A name that is a place only after a preposition: "in" France. */
    COUNTRY("places", Worth.PLACE),
    PLACE_BEFORE("places", Worth.NOTHING),

    /** A name that has a number in it. */
    NAME("not_figures", Worth.TEXT),
    /** Before a number that refers to something: "article". */
    REFERENCE("not_figures", Worth.TEXT),
    /** After the number of a house, with a comma or without: "boulevard". */
    STREET("not_figures", Worth.NOTHING),
    /** Directly after digits: "3rd". */
    ORDINAL("not_figures", Worth.NOTHING),
    /** Words with a fraction in them that is none: "first half". */
    NO_FRACTION("not_figures", Worth.TEXT),

    MONTH("periods", Worth.NUMBER),
    /** Before a year: until then. */
    LIMIT("periods", Worth.NOTHING),
    /** Before a year: from then on, to an end that is not said. */
    SINCE("periods", Worth.NOTHING),
    /** Before a year that the number is compared with. */
    COMPARED("periods", Worth.NOTHING),
    /** Before a year: a part or a point of it. */
    PART("periods", Worth.NOTHING),
    /** The number is said of every year. */
    EVERY("periods", Worth.NOTHING),
    /** After an hour, or between hour and minutes: "Uhr", "h". */
    CLOCK("periods", Worth.NOTHING),
    /** A time that depends on the date of the text: "last year". */
    RELATIVE("periods", Worth.NOTHING),

    ARTICLE("particles", Worth.NOTHING),
    /** Between the ends of a range: "to". */
    RANGE("particles", Worth.NOTHING),
    BETWEEN("particles", Worth.NOTHING),
    FROM("particles", Worth.NOTHING),
    AND("particles", Worth.NOTHING),
    OF("particles", Worth.NOTHING),
    /** Before the institution whose figure it is. */
    OWNER("particles", Worth.NOTHING),
    /** Stands before its noun. */
    ADJECTIVE("particles", Worth.NOTHING),
    /** Never a thing that is counted: prepositions, auxiliary verbs. */
    STOP("particles", Worth.NOTHING);

    private final String file;
    private final Worth worth;

    Role(String file, Worth worth) {
        this.file = file;
        this.worth = worth;
    }

    /** Name of its file, without {@code .csv}. */
    public String file() {
        return file;
    }

    public Worth worth() {
        return worth;
    }

    /** Names of the files, in a fixed order. */
    public static List<String> files() {
        return Arrays.stream(values()).map(Role::file).distinct().toList();
    }

    public static List<Role> of(String file) {
        return Arrays.stream(values()).filter(role -> role.file.equals(file)).toList();
    }
}
