package kirchberg.tell;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import kirchberg.domain.release.TellPlan.Login;
import kirchberg.domain.release.TellPlan.Mail;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/**
 * Sends a letter. The parts of the mail library are named here, not looked up: their lists name classes as they were
 * called before they came into our jar.
 */
final class Letter {
    private static final int TLS_FROM_THE_START = 465;

    private final Mail mail;
    private final Optional<String> password;
    private final Limits limits;

    Letter(Mail mail, Optional<String> password, Limits limits) {
        this.mail = mail;
        this.password = password;
        this.limits = limits;
    }

    /**
     * Connects, and again after a passing fault; sends once, for nobody wants it twice.
     *
     * @throws IOException if the server did not take it for every recipient
     */
    void send(Notice notice, Instant at) throws IOException, InterruptedException {
        var session = Session.getInstance(properties());
        try (var transport = connected(session)) {
            var message = message(session, notice, at);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            throw new IOException("the mail server did not take the letter, got " + words(e), e);
        }
    }

    private Properties properties() {
        var properties = new Properties();
        var most = String.valueOf(limits.each().toMillis());
        properties.put("mail.smtp.connectiontimeout", most);
        properties.put("mail.smtp.timeout", most);
        properties.put("mail.smtp.writetimeout", most);
        properties.put("mail.smtp.auth", String.valueOf(mail.login().isPresent()));
        properties.put("mail.smtp.starttls.enable", String.valueOf(mail.starttls()));
        properties.put("mail.smtp.starttls.required", String.valueOf(mail.starttls()));
        properties.put("mail.smtp.ssl.enable", String.valueOf(mail.port() == TLS_FROM_THE_START));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    private SMTPTransport connected(Session session) throws IOException, InterruptedException {
        var pause = limits.pause();
        for (int attempt = 1; ; attempt++) {
            try {
                return connectedOnce(session);
            } catch (MessagingException e) {
                if (e instanceof AuthenticationFailedException || attempt == limits.attempts()) {
                    throw new IOException(
                            "the mail server does not let us in, got " + words(e) + " at attempt " + attempt + " of "
                                    + limits.attempts(),
                            e);
                }
            }
            Thread.sleep(pause.toMillis());
            pause = pause.multipliedBy(2);
        }
    }

    private SMTPTransport connectedOnce(Session session) throws MessagingException {
        var transport = new SMTPTransport(session, new URLName("smtp", mail.host(), mail.port(), null, null, null));
        @Nullable String user = mail.login().map(Login::user).orElse(null);
        transport.connect(mail.host(), mail.port(), user, password.orElse(null));
        return transport;
    }

    private MimeMessage message(Session session, Notice notice, Instant at) throws MessagingException {
        var message = new MimeMessage(session);
        message.setFrom(new InternetAddress(mail.from()));
        for (var to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSubject("Kirchberg: " + notice.subject(), "UTF-8");
        message.setSentDate(Date.from(at));
        message.setHeader("Auto-Submitted", "auto-generated");
        var text = notice.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        message.setDataHandler(new DataHandler(new ByteArrayDataSource(text, "text/plain; charset=UTF-8")));
        message.saveChanges();
        return message;
    }

    private static String words(MessagingException e) {
        var text = e.getClass().getSimpleName() + " " + e.getMessage();
        return text.lines().findFirst().orElse("").strip();
    }
}
