package kirchberg.classify;

/**
 * Regular expressions for a percentage that is bound to a subject in one sentence. All are closed lists: words that are
 * not listed break the bond, so that percentages about other things (costs, savings, women, innovation) are left alone.
 * Written in November 2026 for the English of the bank's descriptions; every case is a row of a test.
 */
final class ShareWords {
    /** One percentage from 0 to 100, group 1 its digits; not the end of a range such as 30-40 % or 30 % to 40 %. */
    static final String PERCENT = "[(]?[~≈≥>≤<]? ?(?<![0-9.,–-])(?<![0-9%] (?:to|and|or) [(]?)"
            + "(100(?:[.,]0{1,2})?|[0-9]{1,2}(?:[.,][0-9]{1,2})?) ?(?:%|per ?cent\\b)";

    /** Words of the same sentence in front, among which hedges are looked for. */
    static final String BEFORE = "(?:\\b(?:min[.]|max[.]|approx[.]|ca[.]|\\p{L}[\\p{L}'’-]*+) ){0,5}";

    /** The whole of which a share can be told. */
    private static final String WHOLE =
            "(?:total |overall |EIB )*(?:loan|facility|operation|financing|amount|portfolio|funds?|proceeds|volume|line)";

    /** Words between a percentage and the subject behind it. */
    static final String TO = "[)]?(?: of (?:the |this |its )?" + WHOLE + ")?"
            + "(?: (?:or more|or less|at least|is|are|to be|will be|being|exclusively|dedicated|dedication|devoted"
            + "|allocated|attributable|contributing|contributes|contribution|to|for|a|an|the))*? ";

    /** Words between the subject and a percentage behind it. */
    static final String OF = "(?: [(]?(?:component|content|share|window|part|portion|percentage|quota|dedication"
            + "|contribution|allocation|financing|lending|target|objective|goal|of|is|at|will be|a|an|the|at (?:the )?least"
            + "|at (?:a )?minimum|min[.]?|minimum|at most|max[.]?|maximum|up to|(?:no |not )?(?:more|less) than|over"
            + "|not exceeding|exceeding|equal to|amounting to|accounting for|representing|around|about|approximately"
            + "|approx[.]|circa|ca[.]|nearly|almost|some|expected|estimated|[:=–-]))*:? ";

    /** What must not follow a percentage behind its subject: another end of a range, another thing that it measures. */
    static final String NOT_OF_OTHERS =
            "(?![)]? ?(?:to|and|or|-|–) ?[0-9])(?![)]? of (?!(?:the |this |its )?" + WHOLE + "))"
                    + "(?![)]? (?:energy|emission|reduction|saving|increase|decrease|lower|higher|less|more|per|co-?financ))";

    /** Hedges and doubts behind a phrase. */
    static final String AFTER = "[)]?(?: (?:component|share|window|dedication|financing|lending)){0,2}"
            + "(?: (?:or more|or less|or above|at (?:the )?least|at (?:a )?minimum|minimum|maximum|at most|target\\w*"
            + "|objective|goal|ambition|expected|on average))?";

    /** "Fully dedicated to" and its like. */
    static final String FULLY = "\\b(?:fully|entirely|wholly) (?:dedicated|devoted|allocated) to (?:the |a )?";

    /** What "fully dedicated" must speak of: the financing itself and no part of it. */
    static final String FINANCING = "(?i)\\b(?:loan|facility|operation|financing|line|transaction|guarantee|bond)\\b";

    static final String PART_ONLY = "(?i)\\b(?:window|component|part|portion|share|partly|including|which|sub\\w*)\\b";

    static final String AT_LEAST = "(?i)\\bat (?:the )?least\\b|\\bat (?:a )?minimum\\b|\\bmin(?:imum)?\\b"
            + "|(?<!no )(?<!not )\\b(?:more than|exceeding)\\b|\\b(?:no|not) less than\\b|\\bor (?:more|above)\\b"
            + "|[≥>]|\\b(?:over|above) [(]?[0-9]";

    static final String UP_TO = "(?i)\\bup to\\b|\\bat most\\b|\\bmax(?:imum)?\\b|\\b(?:no|not) more than\\b"
            + "|\\bnot exceeding\\b|(?<!no )(?<!not )\\bless than\\b|\\bor less\\b|[≤<]|\\b(?:below|under) [(]?[0-9]";

    /** Aims, guesses, changes, exceptions and parts of a deal: no number follows from them. */
    static final String VAGUE =
            "(?i)[~≈]|\\bca[.]|\\b(?:target\\w*|goals?|objectives?|aim\\w*|expect\\w*|estimat\\w*|indicat\\w*"
                    + "|approx\\w*|about|around|roughly|circa|nearly|almost|close to|aspir\\w*|ambitio\\w*|potential\\w*"
                    + "|possibl\\w*|could|may|might|should|some|on average|reduc\\w*|increas\\w*|decreas\\w*|sav(?:e|es|ing|ings)"
                    + "|cuts?|cutting|grow\\w*|rais\\w*|without|exclud\\w*|except\\w*|tranche|phase|previous|other|another"
                    + "|earmark\\w*|non|no(?! (?:less|more))|not(?! (?:less|more|exceeding)))\\b";

    private ShareWords() {}
}
