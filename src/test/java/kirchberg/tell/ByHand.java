package kirchberg.tell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kirchberg.domain.finding.Verdict;
import kirchberg.domain.release.TellPlan;
import kirchberg.domain.release.TellPlan.Mail;

/** Sends one letter to a port on this machine, in a process that knows our jar and not the mail library. */
public final class ByHand {
    private ByHand() {}

    public static void main(String[] args) {
        var plan = new TellPlan(
                Optional.empty(),
                Optional.empty(),
                Reports.noLineage(),
                Optional.empty(),
                Optional.of(new Mail(
                        "127.0.0.1",
                        Integer.parseInt(args[0]),
                        "kirchberg@example.org",
                        List.of("desk@example.org"),
                        Optional.empty(),
                        false)));
        Telling.ended(plan, Reports.published("r", 60, Map.of(), Map.of("a", Verdict.HOLDS)), System.out::println);
    }
}
