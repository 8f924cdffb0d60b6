package kirchberg.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kirchberg.config.YamlMap.Item;
import kirchberg.domain.Exit;
import kirchberg.domain.Problem;
import kirchberg.domain.Stop;
import kirchberg.domain.claim.Claim;
import kirchberg.domain.claim.Unit;
import kirchberg.domain.relation.Declared;
import kirchberg.domain.relation.Kind;
import kirchberg.domain.relation.Statement;
import org.jspecify.annotations.Nullable;

/** Reads relations between claims that people have declared. */
public final class RelationFile {
    /** How a relation is written: which kind it is, under which keys its claims stand, and how many. */
    private enum Form {
        SUM(Kind.SUM, "whole", "parts", 2, 99),
        PART(Kind.PART_OF_WHOLE, "whole", "parts", 1, 99),
        OVERLAPPING_TAGS(Kind.TAGS_ABOVE_TOTAL, "whole", "parts", 2, 99),
        RATIO(Kind.RATIO, "result", "terms", 2, 2),
        GROWTH(Kind.GROWTH, "result", "terms", 2, 2),
        SAME(Kind.SAME, "", "terms", 2, 99);

        private final Kind kind;
        private final String result;
        private final String terms;
        private final int least;
        private final int most;

        Form(Kind kind, String result, String terms, int least, int most) {
            this.kind = kind;
            this.result = result;
            this.terms = terms;
            this.least = least;
            this.most = most;
        }

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final Grammar<Form> FORM = Grammar.words("kind", List.of(Form.values()), Form::key);

    private final YamlFile file;
    private final Map<String, Claim> claims;
    private final Grammar<String> id;

    private RelationFile(Path path, Map<String, Claim> claims) {
        this.file = new YamlFile(path, "relation");
        this.claims = claims;
        var known = claims.keySet().stream().sorted().toList();
        this.id = new Grammar<>("claim", "the id of one of the " + known.size() + " claims", known, "", this::known);
    }

    private String known(String text) {
        if (!claims.containsKey(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    /**
     * The relations of all files and of all YAML files in all folders, in their order.
     *
     * @param claims among which the relations are
     * @throws Stop with exit 2 and every problem of every file; with exit 3 if a file or folder is missing
     */
    public static List<Declared> relations(List<Path> filesOrFolders, List<Claim> claims) {
        var byId = claims.stream().collect(Collectors.toMap(Claim::id, Function.identity(), (one, other) -> one));
        var files = filesOrFolders.stream()
                .flatMap(path -> existing(path).stream())
                .distinct()
                .map(path -> new RelationFile(path, byId))
                .toList();
        var relations = files.stream().flatMap(f -> f.relations().stream()).toList();
        var problems = files.stream().flatMap(f -> f.file.problems().stream()).toList();
        if (!problems.isEmpty()) {
            throw Problem.stop(problems);
        }
        return relations;
    }

    /**
     * The relations of a folder; none if there is no such folder, or nothing in it.
     *
     * @throws Stop with exit 2 and every problem of every file
     */
    public static List<Declared> relationsIfAny(Path folder, List<Claim> claims) {
        return Folder.yamlFiles(folder).isEmpty() ? List.of() : relations(List.of(folder), claims);
    }

    private static List<Path> existing(Path path) {
        var files = Folder.yamlFiles(path);
        if (files.isEmpty()) {
            throw new Stop(
                    Exit.INPUT,
                    "Cannot read relations: there is nothing at " + path
                            + ", expected a YAML file, or a folder of them",
                    "Name a relation file that exists.");
        }
        return files;
    }

    private List<Declared> relations() {
        return file.root("relations").stream()
                .flatMap(map -> map.maps("relations", "kind whole parts result terms note").stream())
                .flatMap(this::relation)
                .toList();
    }

    private Stream<Declared> relation(YamlMap map) {
        var form = map.value("kind", FORM);
        if (!map.isGood("kind")) {
            return Stream.empty();
        }
        Stream.of("whole", "parts", "result", "terms")
                .filter(key -> map.has(key) && !key.equals(form.result) && !key.equals(form.terms))
                .forEach(key -> map.report(key, "the kind " + form.key() + " has no " + key, "expected " + keys(form)));
        var result = form.result.isEmpty() ? "" : map.value(form.result, id);
        var terms = map.list(form.terms, id);
        check(map, form, result, terms);
        var note = map.valueOr("note", Grammar.LINE, "");
        var ids = terms.stream().map(Item::value).toList();
        return form == Form.PART
                ? ids.stream().map(part -> new Declared(form.kind, result, List.of(part), note))
                : Stream.of(new Declared(form.kind, result, ids, note));
    }

    private static String keys(Form form) {
        return (form.result.isEmpty() ? "" : form.result + " and ") + form.terms;
    }

    private void check(YamlMap map, Form form, String result, List<Item<String>> terms) {
        if (!map.isGood(form.terms) || !map.isGood(form.result)) {
            return;
        }
        if (terms.size() < form.least || terms.size() > form.most) {
            var expected = form.least == form.most ? "exactly " + form.least : "at least " + form.least;
            var message = form.terms + " names " + terms.size() + (terms.size() == 1 ? " claim" : " claims");
            map.report(form.terms, message, "the kind " + form.key() + " needs " + expected);
        }
        var seen = new HashSet<>(List.of(result));
        terms.stream()
                .filter(term -> !seen.add(term.value()))
                .forEach(term -> file.add(
                        form.terms,
                        term.spot(),
                        "claim " + term.value() + " is named twice",
                        "nothing is compared with itself: name it once"));
        checkUnits(map, form, result, terms);
    }

    /** Amounts are compared with amounts, and counts with counts; a quotient is a share or a multiple. */
    private void checkUnits(YamlMap map, Form form, String result, List<Item<String>> terms) {
        var units = new ArrayList<>(terms.stream().map(t -> unit(t.value())).toList());
        var isQuotient = form.kind == Kind.RATIO || form.kind == Kind.GROWTH;
        if (!form.result.isEmpty() && !isQuotient) {
            units.add(unit(result));
        }
        if (units.stream().distinct().count() > 1) {
            map.report(form.terms, "the claims are in different units: " + words(units), "name claims of one unit");
        }
        if (isQuotient && !isQuotient(form.kind, claims.get(result))) {
            map.report(form.result, "claim " + result + " is no " + form.key(), "name a claim that is one");
        }
    }

    private static boolean isQuotient(Kind kind, @Nullable Claim claim) {
        if (claim == null) {
            return true;
        }
        var grows = claim.measure().isGrowth();
        var unit = claim.figure().unit();
        return kind == Kind.GROWTH ? grows : !grows && (unit == Unit.SHARE || unit == Unit.RATIO);
    }

    private Unit unit(String claim) {
        var known = claims.get(claim);
        return known == null ? Unit.COUNT : Statement.unit(known);
    }

    private static String words(List<Unit> units) {
        return units.stream()
                .map(u -> u.name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
