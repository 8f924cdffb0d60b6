package kirchberg.extract.number;

import java.util.Optional;
import kirchberg.domain.words.Cue;
import kirchberg.domain.words.Line;
import kirchberg.domain.words.Role;
import kirchberg.extract.number.Quantity.Unit;

/** Finds the unit of a number: before it ("EUR 12.3bn") or after it ("12,3 milliards d'euros"). */
final class Units {
    private static final int THOUSAND = 3;

    private final Line line;
    private final boolean euroOnly;

    /** @param euroOnly whether the document names the euro and no other currency, so that bare billions are euro */
    Units(Line line, boolean euroOnly) {
        this.line = line;
        this.euroOnly = euroOnly;
    }

    /** The number with its unit. */
    Quantity of(Numeral numeral) {
        if (!numeral.doubt().isEmpty()) {
            return new Quantity(
                    numeral.from(), afterDoubt(numeral.to()), numeral.number(), 0, Unit.UNREADABLE, numeral.doubt());
        }
        return switch (numeral.form()) {
            case PERCENT -> quantity(numeral, numeral.to(), 0, Unit.PERCENT, "");
            case MULTIPLE -> quantity(numeral, numeral.to(), 0, Unit.MULTIPLE, "");
            default -> measured(numeral);
        };
    }

    /** The unit belongs to the number, also where the number cannot be read. */
    private int afterDoubt(int to) {
        return line.at(Role.POWER, to)
                .or(() -> line.at(Role.PERCENT, to))
                .map(Cue::to)
                .orElse(to);
    }

    private Quantity measured(Numeral numeral) {
        var to = numeral.to();
        for (var simple : new Role[] {Role.POINTS, Role.PERCENT, Role.TIMES}) {
            var cue = line.at(simple, to);
            if (cue.isPresent()) {
                return quantity(numeral, cue.get().to(), 0, simple(simple), "");
            }
        }
        var money = line.at(Role.MONEY, to);
        if (money.isPresent()) {
            return quantity(
                    numeral, money.get().to(), Integer.parseInt(money.get().value()), Unit.EURO, "");
        }
        var unsafe = line.at(Role.UNSAFE, to).filter(cue -> moneyPower(numeral).ten() == 0);
        return unsafe.map(cue -> quantity(numeral, cue.to(), 0, Unit.UNREADABLE, cue.value()))
                .orElseGet(() -> scaled(numeral));
    }

    private static Unit simple(Role role) {
        return switch (role) {
            case POINTS -> Unit.POINTS;
            case TIMES -> Unit.MULTIPLE;
            default -> Unit.PERCENT;
        };
    }

    private record Power(int ten, int to) {}

    private Quantity scaled(Numeral numeral) {
        var power = power(numeral);
        var halved = line.at(Role.AND_A_HALF, power.to());
        var whole = halved.isPresent() && power.ten() > 0 && !numeral.number().contains(".");
        var number = whole ? Numeral.plain(numeral.from(), numeral.to(), numeral.number() + ".5") : numeral;
        var to = whole ? halved.orElseThrow().to() : power.to();
        var after = currencyAfter(to);
        if (after.isPresent()) {
            return currency(number, after.get().to(), power.ten(), after.get().value());
        }
        var before = line.ending(Role.CURRENCY, numeral.from());
        return before.isPresent()
                ? currency(number, to, power.ten(), before.get().value())
                : uncounted(number, new Power(power.ten(), to));
    }

    /** Two powers multiply: "mille milliards" where it is written in digits, "thousand million". */
    private Power power(Numeral numeral) {
        var first = line.at(Role.POWER, numeral.to());
        if (first.isEmpty()) {
            return moneyPower(numeral);
        }
        var ten = Integer.parseInt(first.get().value());
        var second = line.at(Role.POWER, first.get().to()).filter(cue -> ten == THOUSAND);
        return second.map(cue -> new Power(ten + Integer.parseInt(cue.value()), cue.to()))
                .orElse(new Power(ten, first.get().to()));
    }

    private Power moneyPower(Numeral numeral) {
        return line.at(Role.POWER_OF_MONEY, numeral.to())
                .filter(cue -> line.ending(Role.CURRENCY, numeral.from()).isPresent()
                        || line.at(Role.CURRENCY, cue.to()).isPresent())
                .map(cue -> new Power(Integer.parseInt(cue.value()), cue.to()))
                .orElse(new Power(0, numeral.to()));
    }

    private Optional<Cue> currencyAfter(int to) {
        return line.at(Role.CURRENCY, to).or(() -> line.at(Role.OF, to).flatMap(of -> line.at(Role.CURRENCY, of.to())));
    }

    private Quantity currency(Numeral numeral, int to, int power, String code) {
        var from = line.ending(Role.CURRENCY, numeral.from()).map(Cue::from).orElse(numeral.from());
        var euro = code.equals("EUR");
        return new Quantity(
                from, to, numeral.number(), power, euro ? Unit.EURO : Unit.OTHER_CURRENCY, euro ? "" : code);
    }

    private Quantity uncounted(Numeral numeral, Power power) {
        var behind = power.ten() > 0 || numeral.form() == Numeral.Form.ROUGH;
        var start =
                line.at(Role.OF, power.to()).filter(of -> behind).map(Cue::to).orElse(power.to());
        var measure = line.at(Role.QUANTITY, start);
        if (measure.isPresent()) {
            return quantity(numeral, measure.get().to(), power.ten(), Unit.MEASURE, "");
        }
        var duration = line.at(Role.DURATION, start);
        if (duration.isPresent()) {
            return quantity(numeral, duration.get().to(), power.ten(), Unit.DURATION, "");
        }
        return quantity(numeral, power.to(), power.ten(), thing(power, start), "");
    }

    private Unit thing(Power power, int start) {
        var financing = line.first(Role.FINANCING, start, start + 4).isPresent();
        var named = line.isWord(start) && line.at(Role.STOP, start).isEmpty();
        if (power.ten() > THOUSAND && (financing || !named)) {
            return euroOnly ? Unit.EURO : Unit.UNNAMED_MONEY;
        }
        return named ? Unit.THINGS : Unit.BARE;
    }

    private static Quantity quantity(Numeral numeral, int to, int power, Unit unit, String detail) {
        return new Quantity(numeral.from(), to, numeral.number(), power, unit, detail);
    }
}
