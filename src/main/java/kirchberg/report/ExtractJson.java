package kirchberg.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import kirchberg.domain.edition.Disagreement;
import kirchberg.domain.edition.EditionExtract;
import kirchberg.domain.edition.Summary;
import kirchberg.domain.text.Aspect;
import kirchberg.domain.text.Mention;
import kirchberg.domain.text.Subject;
import org.jspecify.annotations.Nullable;

/** The numbers of a text as one JSON object; what the text does not say is null. */
final class ExtractJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ExtractJson() {}

    static String of(EditionExtract extraction, List<Disagreement> disagreements) {
        var edition = extraction.edition();
        var node = NODES.objectNode()
                .put("publication", edition.name())
                .put("title", edition.document().title())
                .put("language", edition.language().code())
                .put("date", edition.date() == null ? null : edition.date().toString())
                .put("url", edition.url());
        var summary = Summary.of(extraction);
        var counts = node.putObject("summary").put("numbers", summary.numbers());
        summary.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> counts.put(entry.getKey().name().toLowerCase(Locale.ROOT), entry.getValue()));
        var mentions = node.putArray("mentions");
        extraction.extract().mentions().forEach(mention -> mentions.add(mention(mention)));
        var found = node.putArray("disagreements");
        disagreements.forEach(disagreement -> found.add(disagreement(disagreement)));
        return FindingsJson.printed(node);
    }

    private static ObjectNode mention(Mention mention) {
        var passage = mention.passage();
        var reading = mention.reading();
        var figure = reading.figure();
        var node = NODES.objectNode()
                .put("sentence", passage.sentence().number())
                .put("from", passage.from())
                .put("to", passage.to())
                .put("words", passage.words())
                .put("quote", passage.sentence().text())
                .put("kind", reading.kind().name())
                .put("figure", figure == null ? null : figure.printed())
                .put("value", figure == null ? null : figure.value().toPlainString())
                .put("unit", figure == null ? null : figure.unit().name())
                .put("hedge", reading.hedge().name())
                .put("hedge_words", reading.hedgeWords());
        subject(node, mention.subject());
        return node.put("checkability", mention.checkability().name()).put("reason", mention.reason());
    }

    private static void subject(ObjectNode node, Subject subject) {
        var of = subject.of();
        var place = subject.place();
        var period = subject.period();
        node.put("measure", lower(subject.measure()))
                .put("of", of == null ? null : of.key())
                .put("counts", subject.counts().isEmpty() ? null : subject.counts())
                .put("period", period == null ? null : period.text())
                .put("institution", name(subject.institution()))
                .put("place", place == null ? null : place.text())
                .put("stage", name(subject.stage()));
        aspects(node, "carried", subject.carried());
        aspects(node, "undetermined", subject.undetermined());
    }

    private static void aspects(ObjectNode node, String key, List<Aspect> aspects) {
        var array = node.putArray(key);
        aspects.forEach(aspect -> array.add(aspect.name().toLowerCase(Locale.ROOT)));
    }

    private static ObjectNode disagreement(Disagreement found) {
        var node = NODES.objectNode().put("kind", found.kind().name()).put("why", found.why());
        var where = node.putArray("where");
        for (var i = 0; i < found.mentions().size(); i++) {
            var passage = found.mentions().get(i).passage();
            where.addObject()
                    .put("publication", found.versions().get(i))
                    .put("sentence", passage.sentence().number())
                    .put("words", passage.words())
                    .put("quote", passage.sentence().text());
        }
        return node;
    }

    private static @Nullable String name(@Nullable Object constant) {
        return constant == null ? null : Objects.toString(constant);
    }

    private static @Nullable String lower(@Nullable Object constant) {
        return constant == null ? null : Objects.toString(constant).toLowerCase(Locale.ROOT);
    }
}
