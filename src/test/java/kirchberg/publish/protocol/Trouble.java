package kirchberg.publish.protocol;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Does things to the calls of one client of a store in memory, as a test writes them down. */
final class Trouble implements Hook {
    private final List<Rule> rules = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private int repeats;

    /** What happens at a call. */
    @FunctionalInterface
    interface Event {
        void happen(Call call) throws IOException;
    }

    private record Rule(String start, boolean isAfter, Event event) {}

    /** Before each call whose text begins so. */
    Trouble before(String start, Event event) {
        rules.add(new Rule(start, false, event));
        return this;
    }

    /** After each call whose text begins so. */
    Trouble after(String start, Event event) {
        rules.add(new Rule(start, true, event));
        return this;
    }

    /** The client repeats its next swap by itself, as if it had got no answer. */
    Trouble repeatingTheSwap() {
        repeats = 1;
        return this;
    }

    /** A fault after which nobody knows. */
    @SuppressWarnings("DoNotCallSuggester") // an event that is handed over
    static void unanswered(Call call) throws IOException {
        throw new Unanswered(call);
    }

    /** An event that happens the first few times only. */
    static Event times(int most, Event event) {
        var left = new int[] {most};
        return call -> {
            left[0]--;
            if (left[0] >= 0) {
                event.happen(call);
            }
        };
    }

    long count(String start) {
        return calls.stream().filter(call -> call.startsWith(start)).count();
    }

    @Override
    public void before(Call call) throws IOException {
        calls.add(call.toString());
        happen(call, false);
    }

    @Override
    public void after(Call call) throws IOException {
        happen(call, true);
    }

    private void happen(Call call, boolean isAfter) throws IOException {
        for (var rule : List.copyOf(rules)) {
            if (rule.isAfter() == isAfter && call.toString().startsWith(rule.start())) {
                rule.event().happen(call);
            }
        }
    }

    @Override
    public boolean isRepeated(Call call) {
        return call.path().equals(Pointer.NAME) && repeats-- > 0;
    }
}
