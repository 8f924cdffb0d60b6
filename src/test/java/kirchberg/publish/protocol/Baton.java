package kirchberg.publish.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets several actors run as if at once: one at a time, and the seed says who goes on at every call. Time passes with
 * the calls, and leaps when all are asleep. The same seed gives the same run.
 */
final class Baton {
    private static final int MOST_STEPS = 50_000;
    private static final long STEP_NANOS = 300_000_000L;
    private static final long PATIENCE_NANOS = 60_000_000_000L;

    private final Random random;
    private final List<Actor> actors = new ArrayList<>();
    private final Thread referee = Thread.currentThread();
    private long now;
    private int steps;
    private @Nullable Throwable failure;
    private volatile boolean isOver;

    Baton(Random random) {
        this.random = random;
    }

    /** Somebody who runs until it has to hand the baton on. */
    static final class Actor {
        private final Consumer<Actor> body;
        private volatile @Nullable Thread thread;
        private volatile boolean isUp;
        private long wakes;
        private boolean isDone;

        private Actor(Consumer<Actor> body) {
            this.body = body;
        }

        private void await() {
            while (!isUp) {
                LockSupport.park(this);
            }
            isUp = false;
        }

        private void wake() {
            isUp = true;
            LockSupport.unpark(thread);
        }
    }

    Actor add(Consumer<Actor> body) {
        var actor = new Actor(body);
        actors.add(actor);
        return actor;
    }

    long now() {
        return now;
    }

    /** Runs all actors to their end; gives what one of them failed with. Others may be added after. */
    @Nullable
    Throwable run(Executor pool) {
        isOver = false;
        actors.forEach(actor -> pool.execute(() -> act(actor)));
        next(null).wake();
        var until = System.nanoTime() + PATIENCE_NANOS;
        while (!isOver) {
            LockSupport.parkNanos(this, PATIENCE_NANOS);
            if (!isOver && System.nanoTime() > until) {
                return new IllegalStateException("an actor hangs");
            }
        }
        actors.clear();
        return failure;
    }

    private void act(Actor actor) {
        actor.thread = Thread.currentThread();
        actor.await();
        try {
            actor.body.accept(actor);
        } catch (Death killed) {
            // Its processes are dead: nothing is left to do.
        } catch (Throwable e) {
            fail(e);
        }
        actor.isDone = true;
        if (actors.stream().allMatch(each -> each.isDone)) {
            isOver = true;
            LockSupport.unpark(referee);
        } else {
            next(null).wake();
        }
    }

    /** Notes what went wrong; everybody dies at the next call. */
    void fail(Throwable e) {
        if (failure == null) {
            failure = e;
        }
    }

    /** Hands the baton on, and comes back when it is handed back. */
    void step(Actor me) {
        steps++;
        now += (long) (random.nextDouble() * STEP_NANOS);
        if (steps > MOST_STEPS) {
            fail(new IllegalStateException("no end after " + steps + " calls"));
        }
        if (failure != null) {
            throw new Death();
        }
        var next = next(me);
        if (next != me) {
            next.wake();
            me.await();
        }
        if (failure != null) {
            throw new Death();
        }
    }

    /** Goes on after this time at the earliest. */
    void sleep(Actor me, long nanos) {
        me.wakes = now + nanos;
        step(me);
    }

    private Actor next(@Nullable Actor me) {
        if (me != null && me.wakes <= now && random.nextInt(3) != 0) {
            return me;
        }
        var awake = awake();
        if (awake.isEmpty()) {
            now = actors.stream()
                    .filter(actor -> !actor.isDone)
                    .mapToLong(actor -> actor.wakes)
                    .min()
                    .orElseThrow();
            awake = awake();
        }
        return awake.get(random.nextInt(awake.size()));
    }

    private List<Actor> awake() {
        var awake = new ArrayList<Actor>();
        for (var actor : actors) {
            if (!actor.isDone && (actor.wakes <= now || failure != null)) {
                awake.add(actor);
            }
        }
        return awake;
    }
}
