package kirchberg.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kirchberg.config.YamlMap.Item;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Lineage;
import kirchberg.domain.release.TellPlan.Login;
import kirchberg.domain.release.TellPlan.Mail;
import kirchberg.domain.release.TellPlan.Secret;

/**
 * What a job file says under {@code tell:}. Secrets are named by the place where they lie, never written down; so what
 * stands beside them is not shown in a message either. Whether such a file is there is asked when it is needed: a job
 * may be validated on a machine that has none.
 */
final class TellSection {
    private static final int TLS_FROM_THE_START = 465;
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1");
    private static final Grammar<String> NAMESPACE =
            Grammar.text("namespace", "[\\w.:/-]{1,100}", "letters, digits and . : / - _");
    private static final Grammar<String> HOST = Grammar.text("host", "[\\w.:-]{1,253}", "the name of a mail server");
    private static final Grammar<Long> PORT = Grammar.whole("port", 1, 65_535);
    private static final Grammar<String> ADDRESS =
            Grammar.text("address", "[^\\s@<>(),;:\\p{Cc}]{1,64}@[\\w.-]{1,253}", "an address, as in desk@example.org");
    private static final Grammar<String> USER = Grammar.text("user", "[^\\s\\p{Cc}]{1,200}", "a name without blanks");

    private final YamlFile file;
    private final Grammar<Path> paths;

    private TellSection(YamlFile file) {
        this.file = file;
        this.paths = new Grammar<>("path", "a path, relative to the job file", List.of(), file.path(), this::resolved);
    }

    static TellPlan of(YamlFile file, YamlMap job) {
        var section = new TellSection(file);
        job.hide("tell");
        return job.map("tell", "metrics state lineage webhook mail")
                .map(section::plan)
                .orElse(TellPlan.NOBODY);
    }

    private TellPlan plan(YamlMap map) {
        var webhook = map.map("webhook", "url_file url_env").flatMap(m -> secret(m, "url"));
        if (map.has("webhook") && webhook.isEmpty() && map.isGood("webhook")) {
            map.report("webhook", "the address of the webhook is missing", "add url_file: FILE, or url_env: NAME");
        }
        return new TellPlan(
                path(map, "metrics"),
                path(map, "state"),
                map.map("lineage", "namespace file url url_file url_env")
                        .map(this::lineage)
                        .orElse(TellPlan.NOBODY.lineage()),
                webhook,
                map.map("mail", "host port from to user password_file password_env starttls")
                        .map(this::mail));
    }

    private Optional<Path> path(YamlMap map, String key) {
        return map.has(key) ? Optional.of(map.value(key, paths)) : Optional.empty();
    }

    private Path resolved(String text) {
        if (text.isBlank() || text.contains("://")) {
            throw new IllegalArgumentException(text);
        }
        return file.path().resolveSibling(text).normalize();
    }

    private Lineage lineage(YamlMap map) {
        var secret = secret(map, "url");
        var url = map.text("url").filter(text -> map.has("url"));
        if (url.isPresent() && !isPlainAddress(url.get())) {
            map.report(
                    "url",
                    "this is no address of a web service, or one with a user or a query in it",
                    "expected https://HOST/PATH; an address that is secret lies in url_file: FILE, or url_env: NAME");
        } else if (url.isPresent() && secret.isPresent()) {
            map.report("url", "there is more than one address", "keep one of url, url_file and url_env");
        }
        return new Lineage(map.valueOr("namespace", NAMESPACE, Lineage.NAMESPACE), path(map, "file"), url, secret);
    }

    private static boolean isPlainAddress(String text) {
        try {
            var uri = URI.create(text);
            return text.matches("https?://.+")
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private Mail mail(YamlMap map) {
        var password = secret(map, "password");
        if (map.has("user") != password.isPresent()) {
            map.report(
                    "user",
                    "a user needs a password, and a password a user",
                    "give user, and password_file: FILE or password_env: NAME; or neither");
        }
        var mail = new Mail(
                map.value("host", HOST),
                (int) (long) map.value("port", PORT),
                map.value("from", ADDRESS),
                map.list("to", ADDRESS).stream().map(Item::value).toList(),
                password.map(secret -> new Login(map.valueOr("user", USER, ""), secret)),
                map.valueOr("starttls", Grammar.FLAG, false));
        var isOpen = !mail.starttls() && mail.port() != TLS_FROM_THE_START && !HERE.contains(mail.host());
        if (mail.login().isPresent() && isOpen) {
            map.report(
                    "starttls",
                    "the password would be sent in the clear",
                    "add starttls: true, or take port " + TLS_FROM_THE_START);
        }
        return mail;
    }

    /**
     * Where a secret lies: in a file, or in an environment variable. A wrong value is not shown, it may be the secret.
     */
    private Optional<Secret> secret(YamlMap map, String what) {
        var inFile = map.has(what + "_file");
        var inVariable = map.has(what + "_env");
        if (inFile && inVariable) {
            map.report(
                    what + "_env",
                    "the " + what + " has two places",
                    "keep one of " + what + "_file and " + what + "_env");
        }
        if (inFile) {
            return file(map, what + "_file");
        }
        return inVariable ? variable(map, what + "_env") : Optional.empty();
    }

    private Optional<Secret> file(YamlMap map, String key) {
        try {
            return map.text(key)
                    .map(text -> new Secret(Secret.Kind.FILE, resolved(text).toString()));
        } catch (IllegalArgumentException e) {
            map.report(key, "this is no path", "write the path of a file that holds the secret and nothing else");
            return Optional.empty();
        }
    }

    private static Optional<Secret> variable(YamlMap map, String key) {
        var name = map.text(key).filter(text -> text.matches("[A-Za-z_][A-Za-z0-9_]{0,100}"));
        if (name.isEmpty()) {
            map.report(
                    key,
                    "this is no name of an environment variable",
                    "write the name of the variable that holds the secret, not the secret");
        }
        return name.map(text -> new Secret(Secret.Kind.ENVIRONMENT, text));
    }
}
