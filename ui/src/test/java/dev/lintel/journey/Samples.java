package dev.lintel.journey;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Ids of records of one project, to be put into the addresses of views. */
record Samples(String project, String group, String person, String profile, String entry, String change, String pass) {
    /**
     * The address with these ids.
     *
     * @param ownProject stands in place of the project; null is the project of the samples
     */
    String in(String route, String ownProject) {
        String home = ownProject == null ? project : ownProject;
        String path = Arrays.stream(route.split("/"))
                .map(segment -> segment.startsWith(":") ? of(route, segment, home) : segment)
                .collect(Collectors.joining("/"));
        return "/" + path + "?project=" + home;
    }

    /** All of them, to be taken out of a text. */
    List<String> all() {
        return List.of(project, group, person, profile, entry, change, pass);
    }

    /** Records that the house brings along are called after it. */
    private String ofTheSameHouse(String kind) {
        return person.replaceAll("-\\w+$", "-" + kind);
    }

    private String of(String route, String segment, String home) {
        String name = segment.replaceAll("^:(\\w+).*$", "$1");
        return switch (name) {
            case "project" -> home;
            case "group" -> group;
            case "user" -> person;
            case "identifier" -> ofTheSameHouse("card");
            case "schedule", "calendar", "restriction" -> ofTheSameHouse(name);
            case "device" -> ofTheSameHouse("gate");
            case "pass" -> pass;
            case "profile" -> profile;
            case "entry" -> route.startsWith("audit") ? change : entry;
            case "review" -> "1";
            case "tab" -> "subgroups";
            default ->
                throw new AssertionError("no sample for " + segment + " of " + route
                        + ": may it be asked for with ids of another project? Then add one");
        };
    }
}
