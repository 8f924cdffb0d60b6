package kirchberg.releases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import kirchberg.config.Configuration;
import kirchberg.config.draft.ClaimDraft;
import kirchberg.domain.claim.Claim;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The draft of the founding release beside the claims that people wrote of it. Each difference stands here with its
 * reason; any other one fails.
 */
final class FoundingDraftTest {
    /** The text prints none of these; the draft marks them, or leaves them to the reviewer. */
    private static final List<String> READ_BETWEEN_THE_LINES = List.of(
            "AMOUNT 20000000000 place: EU, draft WORLD", // the money of the Commission is for Europe: not in the
            // sentence
            "AMOUNT 20000000000 hedge: TARGET, draft NONE", // "s'élève à", "amounts to": no word of an aim
            "COUNT 5 institution: COMMISSION, draft GROUP", // "elle", "it": the paragraph before names it; marked
            "COUNT 100000 place: EU, draft WORLD",
            "COUNT 100000 counts: processors_per_gigafactory, draft processors", // "each site" is no part of a name
            "RATIO 4 place: EU, draft WORLD",
            "COUNT 19 place: EU, draft WORLD",
            "COUNT 19 hedge: EXACTLY, draft NONE", // a bare number
            "COUNT 8 place: EU, draft WORLD",
            "COUNT 8 hedge: EXACTLY, draft NONE",
            "SHARE 0.50 period: 2024, draft 2025", // no year is printed; the year of publication stands in, marked
            "SHARE 0.60 period: 2024, draft 2025");

    @TempDir
    private Path folder;

    @Test
    void the_french_draft_differs_from_the_claims_where_the_text_is_silent_and_nowhere_else() throws IOException {
        assertThat(differences("fr")).hasSameElementsAs(READ_BETWEEN_THE_LINES);
    }

    @Test
    void the_english_draft_differs_from_the_claims_where_the_text_is_silent_and_nowhere_else() throws IOException {
        assertThat(differences("en")).hasSameElementsAs(READ_BETWEEN_THE_LINES);
    }

    private List<String> differences(String language) throws IOException {
        var extract = Releases.of("gigafactories-" + language + ".txt");
        var file = Files.writeString(folder.resolve("draft.yaml"), ClaimDraft.of(extract, List.of()));
        var drafted = Configuration.claims(List.of(file));
        var found = new ArrayList<String>();
        for (var claim : Configuration.claims(List.of(Path.of("data/claims/eib-2025-491-" + language + ".yaml")))) {
            if (claim.period().each()) {
                continue; // the second reading of one sentence, which is for people to add
            }
            var draft = drafted.stream().filter(other -> isSame(claim, other)).findFirst();
            assertThat(draft).as(claim.id()).isPresent();
            found.addAll(differences(claim, draft.orElseThrow()));
        }
        return found;
    }

    /** The same number of the same kind; of two, the one that is softened alike. */
    private static boolean isSame(Claim claim, Claim draft) {
        return claim.measure() == draft.measure()
                && claim.figure().value().compareTo(draft.figure().value()) == 0
                && (!claim.figure().printed().equals("5") || claim.hedge() == draft.hedge());
    }

    private static List<String> differences(Claim claim, Claim draft) {
        var found = new ArrayList<String>();
        var of = claim.measure() + " " + claim.figure().value().toPlainString() + " ";
        note(found, of + "institution", claim.institution(), draft.institution());
        note(found, of + "place", claim.place().text(), draft.place().text());
        note(found, of + "period", claim.period().text(), draft.period().text());
        note(found, of + "stage", claim.stage(), draft.stage());
        note(found, of + "label", claim.of(), draft.of());
        note(found, of + "counts", claim.counts(), draft.counts());
        note(found, of + "hedge", claim.hedge(), draft.hedge());
        note(
                found,
                of + "last digit",
                claim.figure().lastPrinted(),
                draft.figure().lastPrinted());
        note(found, of + "reach", claim.outOfReach() == null, draft.outOfReach() == null);
        return found;
    }

    private static void note(List<String> found, String what, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            found.add(what + ": " + one + ", draft " + other);
        }
    }
}
