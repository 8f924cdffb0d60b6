package kirchberg.domain.claim;

import kirchberg.domain.Institution;
import kirchberg.domain.Label;
import kirchberg.domain.Place;
import kirchberg.domain.Stage;
import org.jspecify.annotations.Nullable;

/**
 * What a figure speaks of: which amounts or operations, and what is measured of them.
 *
 * @param of label of the numerator (share) or of the part of the amount; null for the whole
 * @param ofPlace place of the numerator of a share within {@code place}; null if the share is of a label
 * @param against the years that a growth is measured against; null for other measures
 * @param counts what a COUNT counts: {@code priorities} or {@code cohesion_regions} of the reference tables, else any
 *     word; empty for other measures
 */
public record Subject(
        Institution institution,
        Resources resources,
        Stage stage,
        Place place,
        Period period,
        Measure measure,
        @Nullable Label of,
        @Nullable Place ofPlace,
        @Nullable Period against,
        String counts) {

    /** The whole of what an institution signed anywhere. */
    public static Subject signed(Institution institution, Period period, Measure measure) {
        return new Subject(
                institution, Resources.ALL, Stage.SIGNED, Place.WORLD, period, measure, null, null, null, "");
    }

    public Subject by(Institution other) {
        return new Subject(other, resources, stage, place, period, measure, of, ofPlace, against, counts);
    }

    public Subject from(Resources other) {
        return new Subject(institution, other, stage, place, period, measure, of, ofPlace, against, counts);
    }

    public Subject at(Stage other) {
        return new Subject(institution, resources, other, place, period, measure, of, ofPlace, against, counts);
    }

    public Subject within(Place other) {
        return new Subject(institution, resources, stage, other, period, measure, of, ofPlace, against, counts);
    }

    public Subject during(Period other) {
        return new Subject(institution, resources, stage, place, other, measure, of, ofPlace, against, counts);
    }

    public Subject measuring(Measure other) {
        return new Subject(institution, resources, stage, place, period, other, of, ofPlace, against, counts);
    }

    public Subject labelled(@Nullable Label other) {
        return new Subject(institution, resources, stage, place, period, measure, other, ofPlace, against, counts);
    }

    public Subject partIn(@Nullable Place other) {
        return new Subject(institution, resources, stage, place, period, measure, of, other, against, counts);
    }

    public Subject against(@Nullable Period other) {
        return new Subject(institution, resources, stage, place, period, measure, of, ofPlace, other, counts);
    }

    public Subject counting(String other) {
        return new Subject(institution, resources, stage, place, period, measure, of, ofPlace, against, other);
    }
}
