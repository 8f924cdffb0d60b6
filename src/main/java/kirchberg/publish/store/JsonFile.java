package kirchberg.publish.store;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import kirchberg.domain.Exit;
import kirchberg.domain.Stop;

/** The JSON files of a root: one object each, names in snake_case, decimals as text, equal bytes for equal contents. */
public final class JsonFile {
    public static final ObjectMapper MAPPER = mapper();

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    private JsonFile() {}

    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    public static byte[] bytes(JsonNode json) {
        var printer = new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT);
        try {
            return (MAPPER.writer(printer).writeValueAsString(json) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot happen: a JSON tree is always written", e);
        }
    }

    /**
     * The object that a file holds.
     *
     * @param shown where the file lies, for the message
     * @throws Stop STORE if it is no JSON object
     */
    public static JsonNode tree(String shown, byte[] bytes) {
        try {
            var json = MAPPER.readTree(bytes);
            if (json != null && json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw broken(shown, "no JSON, " + e.getMessage());
        }
        throw broken(shown, "no object");
    }

    /** A file that is not as it was published. */
    public static Stop broken(String shown, String found) {
        return new Stop(
                Exit.STORE,
                "Cannot use " + shown + ": it is torn or was changed, got " + found + ", expected it as published",
                "Restore the file from a copy of the root, or start a new root.");
    }
}
