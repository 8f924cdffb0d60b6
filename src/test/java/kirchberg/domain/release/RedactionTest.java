package kirchberg.domain.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedactionTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            fs.s3a.secret.key=CANARY | fs.s3a.secret.key=***
            fs.s3a.access.key = CANARY, then | fs.s3a.access.key = ***, then
            {"password": "CANARY", "a": 1} | {"password": "***", "a": 1}
            {"m":"{\\"client_secret\\":\\"CANARY\\"}"} | {"m":"{\\"client_secret\\":\\"***\\"}"}
            {"m":"failed with token=CANARY"} | {"m":"failed with token=***"}
            passwd='CAN ARY' and on | passwd='***' and on
            GOOGLE_APPLICATION_CREDENTIALS_JSON=CANARY | GOOGLE_APPLICATION_CREDENTIALS_JSON=***
            fs.azure.account.key.me.example.net=CANARY | fs.azure.account.key.me.example.net=***
            https://u:CANARY@example.org/x | https://***@example.org/x
            s3a://AKIAXX:CANARY@bucket/root | s3a://***@bucket/root
            GET https://example.org/x?sv=1&sig=CANARY&se=2 | GET https://example.org/x?sv=1&sig=***&se=2
            https://example.org/x?key=CANARY | https://example.org/x?key=***
            https://example.org/?X-Amz-Signature=CANARY&X-Amz-Expires=9 | https://example.org/?X-Amz-Signature=***&X-Amz-Expires=9
            Authorization: Bearer CANARY.and-more | Authorization: ***
            got header 'Bearer CANARYCANARY' | got header 'Bearer ***'
            (spark.hadoop.fs.s3a.session.token,CANARY/+=) | (spark.hadoop.fs.s3a.session.token,***)
            java -jar x --smtp-password CANARY --port 25 | java -jar x --smtp-password *** --port 25
            the key AKIAABCDEFGHIJKLMNOP was refused | the key *** was refused
            eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJDQU5BUlkifQ.c2ln is no id | *** is no id
            -----BEGIN RSA PRIVATE KEY-----CANARY-----END RSA PRIVATE KEY----- | ***
            """)
    void what_looks_like_a_secret_is_taken_out_and_nothing_else(String text, String clean) {
        assertThat(Redaction.BY_SHAPE.redacted(text)).isEqualTo(clean);
        assertThat(Redaction.BY_SHAPE.redacted(clean)).isEqualTo(clean);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot read signature_year: got 2024, expected a year",
                "password_file: secrets/smtp",
                "url_env: KIRCHBERG_HOOK, password_env: SMTP_PASSWORD",
                "Unrecognized token 'x': was expecting a number",
                "https://example.org:8080/a@b?page=2&size=10",
                "a claim of 70 bn EUR; the key: operation_id",
                "read: records                            1.203 s",
                "The passage says: \"EUR 1 bn\""
            })
    void what_only_sounds_like_a_secret_stays(String text) {
        assertThat(Redaction.BY_SHAPE.redacted(text)).isEqualTo(text);
    }

    @Test
    void a_known_secret_goes_wherever_it_stands_the_longest_first() {
        var redaction = Redaction.of(List.of("hook.example.org/T1", "hook.example.org/T1/B2", "abc"));

        assertThat(redaction.redacted("no answer from https://hook.example.org/T1/B2 (hook.example.org/T1), abc"))
                .isEqualTo("no answer from https://*** (***), abc");
    }

    @Test
    void settings_keep_their_names_and_lose_their_secrets() {
        assertThat(Redaction.BY_SHAPE.redacted(Map.of(
                        "spark.hadoop.fs.s3a.secret.key", "CANARY",
                        "spark.master", "local[2]",
                        "output", "s3a://me:CANARY@bucket/root",
                        "tell.mail.password_file", "secrets/smtp")))
                .containsExactly(
                        Map.entry("output", "s3a://***@bucket/root"),
                        Map.entry("spark.hadoop.fs.s3a.secret.key", "***"),
                        Map.entry("spark.master", "local[2]"),
                        Map.entry("tell.mail.password_file", "secrets/smtp"));
    }

    /** A pattern that goes back and forth would take hours for these; a run of the test takes well under a second. */
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "a.", "password", "password=\"", "token:", "x://", "eyJ", "(secret,", "?key", "Bearer "})
    void a_long_text_does_not_make_it_hang(String part) {
        var text = part.repeat(200_000 / part.length());

        assertThat(Redaction.BY_SHAPE.redacted(text)).hasSizeLessThanOrEqualTo(text.length() + 200_000);
    }
}
