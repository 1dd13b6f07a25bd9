package dev.lintel.ui.access;

import dev.lintel.domain.access.AppliedPolicy;
import dev.lintel.domain.access.Decision;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rules that fired, as people know them: rules made of policies bear the numbers of these, which nobody has ever seen. */
record RuleNames(Decision decision) {
    private static final Pattern POLICY = Pattern.compile("policy (\\d{1,9})");

    List<String> names() {
        Map<String, String> policies = policies();
        return decision.rules().stream()
                .map(rule -> policies.getOrDefault(rule, rule))
                .toList();
    }

    /** Policies stand in a decision in the order of their numbers, those alone that concerned the request. */
    private Map<String, String> policies() {
        List<String> numbered = decision.rules().stream()
                .filter(rule -> POLICY.matcher(rule).matches())
                .sorted((one, other) -> Integer.compare(number(one), number(other)))
                .distinct()
                .toList();
        Map<String, String> names = new HashMap<>();
        if (numbered.size() == decision.policies().size()) {
            Deque<AppliedPolicy> inOrder = new ArrayDeque<>(decision.policies());
            numbered.forEach(rule -> names.put(rule, inOrder.removeFirst().name()));
        }
        return names;
    }

    private static int number(String rule) {
        Matcher matcher = POLICY.matcher(rule);
        return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
