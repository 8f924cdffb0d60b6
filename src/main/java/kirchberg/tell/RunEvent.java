package kirchberg.tell;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import kirchberg.domain.Exit;
import kirchberg.domain.release.Redaction;
import kirchberg.domain.release.RunReport;
import kirchberg.domain.release.RunReport.Column;
import kirchberg.domain.release.RunReport.Start;
import kirchberg.domain.release.RunReport.State;

/**
 * Events of lineage as OpenLineage has them (spec 2-0-2 and the facets named here, as published in 2026): a run STARTs
 * and ends with exactly one of COMPLETE, FAIL and ABORT.
 */
final class RunEvent {
    static final String PRODUCER = "urn:kirchberg:lineage:1";
    private static final String SPEC = "https://openlineage.io/spec/";
    private static final String RUN_EVENT = SPEC + "2-0-2/OpenLineage.json#/$defs/RunEvent";

    /** Namespace of addresses in RFC 9562, section 6.6. */
    private static final UUID ADDRESSES = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final String namespace;
    private final Redaction redaction;

    RunEvent(String namespace, Redaction redaction) {
        this.namespace = namespace;
        this.redaction = redaction;
    }

    String start(Start start) {
        return event("START", start, start.at(), run(start)).toString();
    }

    String end(RunReport report) {
        var run = run(report.start());
        var end = report.end();
        var facets = run.putObject("facets");
        var own = facet(facets, "kirchberg_run", RUN_EVENT);
        own.put("runId", clean(report.start().run()))
                .put("state", end.state().name())
                .put("exitCode", end.exitCode());
        own.put("lastStep", end.step().name()).put("synthetic", report.synthetic());
        report.asOf().ifPresent(day -> own.put("asOf", day.toString()));
        if (!end.state().isSuccess()) {
            facet(facets, "errorMessage", spec("1-0-1", "ErrorMessageRunFacet"))
                    .put("message", clean(end.message().isEmpty() ? end.state().name() : end.message()))
                    .put("programmingLanguage", "JAVA");
        }
        var event = event(type(report), report.start(), end.at(), run);
        report.inputs().forEach(input -> add(event.withArray("/inputs"), input));
        if (end.state() == State.PUBLISHED) {
            report.outputs().forEach(output -> add(event.withArray("/outputs"), report.start(), output));
        }
        return event.toString();
    }

    /** A run that stepped back, for another or for a source that shrank, has not failed. */
    private static String type(RunReport report) {
        var end = report.end();
        var steppedBack = end.state() == State.HELD || end.exitCode() == Exit.LOCKED.code();
        return end.state().isSuccess() ? "COMPLETE" : steppedBack ? "ABORT" : "FAIL";
    }

    private ObjectNode event(String type, Start start, Instant at, ObjectNode run) {
        var event = JSON.objectNode();
        event.put("eventType", type).put("eventTime", at.toString());
        event.set("run", run);
        var job = event.putObject("job").put("namespace", namespace).put("name", clean(start.job()));
        facet(job.putObject("facets"), "jobType", spec("2-0-3", "JobTypeJobFacet"))
                .put("processingType", "BATCH")
                .put("integration", "KIRCHBERG")
                .put("jobType", "JOB");
        event.putArray("inputs");
        event.putArray("outputs");
        return event.put("producer", PRODUCER).put("schemaURL", RUN_EVENT);
    }

    private static ObjectNode run(Start start) {
        return JSON.objectNode().put("runId", uuid(start).toString());
    }

    /** No chance: the same run has the same id wherever it is computed (version 5 of RFC 9562). */
    static UUID uuid(Start start) {
        var name = "urn:kirchberg:" + start.root() + ":" + start.job() + ":" + start.run();
        var bytes = ByteBuffer.wrap(sha1().digest(ByteBuffer.allocate(16 + name.getBytes(StandardCharsets.UTF_8).length)
                .putLong(ADDRESSES.getMostSignificantBits())
                .putLong(ADDRESSES.getLeastSignificantBits())
                .put(name.getBytes(StandardCharsets.UTF_8))
                .array()));
        return new UUID(
                (bytes.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L,
                (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Cannot happen: every Java has SHA-1", e);
        }
    }

    private void add(ArrayNode inputs, RunReport.Input input) {
        var dataset = dataset(inputs, "kirchberg:sources", input.name(), input.columns());
        facet((ObjectNode) dataset.get("facets"), "version", spec("1-0-1", "DatasetVersionDatasetFacet"))
                .put("datasetVersion", input.vintage().toString());
        facet(dataset.putObject("inputFacets"), "inputStatistics", spec("1-0-0", "InputStatisticsInputDatasetFacet"))
                .put("rowCount", input.rows())
                .put("size", input.bytes());
    }

    private void add(ArrayNode outputs, Start start, RunReport.Output output) {
        var place = RootName.of(start.root());
        var dataset = dataset(outputs, place.namespace(), place.name() + "/" + output.table(), output.columns());
        facet((ObjectNode) dataset.get("facets"), "version", spec("1-0-1", "DatasetVersionDatasetFacet"))
                .put("datasetVersion", output.contentDigest());
        facet(
                        dataset.putObject("outputFacets"),
                        "outputStatistics",
                        spec("1-0-2", "OutputStatisticsOutputDatasetFacet"))
                .put("rowCount", output.rows());
    }

    private ObjectNode dataset(ArrayNode datasets, String space, String name, List<Column> columns) {
        var dataset = datasets.addObject().put("namespace", clean(space)).put("name", clean(name));
        var facets = dataset.putObject("facets");
        if (!columns.isEmpty()) {
            var fields =
                    facet(facets, "schema", spec("1-1-1", "SchemaDatasetFacet")).putArray("fields");
            columns.forEach(c -> fields.addObject().put("name", c.name()).put("type", c.type()));
        }
        return dataset;
    }

    private static ObjectNode facet(ObjectNode facets, String name, String schema) {
        return facets.putObject(name).put("_producer", PRODUCER).put("_schemaURL", schema);
    }

    private static String spec(String version, String facet) {
        return SPEC + "facets/" + version + "/" + facet + ".json#/$defs/" + facet;
    }

    private String clean(String text) {
        return redaction.redacted(text);
    }

    /**
     * A root as OpenLineage names what lies in files: hdfs://host:port and /path, s3://bucket and key, file and /path.
     */
    record RootName(String namespace, String name) {
        static RootName of(String root) {
            var parts = root.replaceFirst("/+$", "").split("://", 2);
            if (parts.length == 1 || parts[0].equals("file")) {
                return new RootName("file", parts[parts.length - 1]);
            }
            var slash = parts[1].indexOf('/');
            var host = slash < 0 ? parts[1] : parts[1].substring(0, slash);
            var path = slash < 0 ? "" : parts[1].substring(slash);
            return parts[0].startsWith("s3")
                    ? new RootName("s3://" + host, path.replaceFirst("^/", ""))
                    : new RootName(parts[0] + "://" + host, path);
        }
    }
}
