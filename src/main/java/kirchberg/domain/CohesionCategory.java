package kirchberg.domain;

/**
 * Category of a NUTS-2 region (2016) in the EU's cohesion policy 2021-27. "Cohesion region" means the first two.
 * Source: Commission Implementing Decision (EU) 2021/1130.
 */
public enum CohesionCategory {
    LESS_DEVELOPED,
    TRANSITION,
    MORE_DEVELOPED
}
