package dev.lintel.domain.listing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SqlConditionTest {
    private static final SqlCondition RED = SqlCondition.of("colour = ?", "red");
    private static final SqlCondition BIG = SqlCondition.of("size > ?", 3);
    private static final SqlCondition OLD = SqlCondition.of("age > ?", 9);

    @Test
    void keepsItsParametersInTheOrderOfTheQuestionMarks() {
        SqlCondition condition = RED.or(BIG).and(OLD);
        assertThat(condition.sql()).isEqualTo("((colour = ? or size > ?) and age > ?)");
        assertThat(condition.parameters()).containsExactly("red", 3, 9);
    }

    @Test
    void everythingAndNothingVanishWhereTheySayNothing() {
        assertThat(SqlCondition.all().and(RED)).isEqualTo(RED);
        assertThat(RED.and(SqlCondition.all())).isEqualTo(RED);
        assertThat(SqlCondition.none().or(RED)).isEqualTo(RED);
        assertThat(RED.and(SqlCondition.none()).sql()).isEqualTo("(colour = ? and false)");
    }
}
