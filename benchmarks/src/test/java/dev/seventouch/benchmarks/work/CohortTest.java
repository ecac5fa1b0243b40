package dev.seventouch.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CohortTest {

    @Property
    void a_lead_tells_its_cohort_and_its_place(
            @ForAll @IntRange(min = 0) int number, @ForAll @IntRange(min = 0) int index) {
        String lead = new Cohort(number, Integer.MAX_VALUE).lead(index).value();

        assertThat(Cohort.numberIn(lead)).isEqualTo(number);
        assertThat(Cohort.indexIn(lead)).isEqualTo(index);
    }

    @Test
    void neighbours_lie_far_apart() {
        Cohort cohort = new Cohort(7, 2);

        assertThat(cohort.lead(0).value().substring(0, 3))
                .isNotEqualTo(cohort.lead(1).value().substring(0, 3));
    }
}
