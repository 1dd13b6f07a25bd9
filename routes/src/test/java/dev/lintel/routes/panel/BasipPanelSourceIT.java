package dev.lintel.routes.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.net.httpserver.HttpServer;
import dev.lintel.domain.identifier.exchange.IdentifierColumn;
import dev.lintel.domain.identifier.exchange.ListedIdentifier;
import dev.lintel.domain.identifier.exchange.PanelAccess;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException;
import dev.lintel.domain.identifier.exchange.PanelUnavailableException.Problem;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("ID-4")
class BasipPanelSourceIT {
    private static final String ALWAYS =
            "{\"time\":{\"is_permanent\":true},\"passes\":{\"is_permanent\":true,\"max_passes\":0}}";
    private static final String ONCE =
            "{\"time\":{\"is_permanent\":false,\"from\":1767258000,\"to\":1767344400},\"passes\":{\"is_permanent\":false,\"max_passes\":1}}";

    private final BasipPanelSource panels = new BasipPanelSource(List.of("127.0.0.1"), InstantSource.system());

    @AfterEach
    void close() {
        panels.destroy();
    }

    @Test
    void readsAllPagesOfAPanelsList() throws Exception {
        try (ListingPanel panel = ListingPanel.speaking("/api/v1")) {
            panel.with("inputCode", "739214", "Anna Bell", ONCE);
            for (int i = 0; i < 60; i++) {
                panel.with("card", "00-00-00-1A-2B-3C-" + "%02X".formatted(i), "Owner " + i, ALWAYS);
            }

            List<ListedIdentifier> listed = panels.list(PanelAccess.of(panel.address(), "admin", "123456"));

            assertThat(listed).hasSize(61).extracting(ListedIdentifier::line).contains(1L, 61L);
            assertThat(listed.getFirst().cells())
                    .isEqualTo(Map.of(
                            IdentifierColumn.VALUE, "739214",
                            IdentifierColumn.TYPE, "inputCode",
                            IdentifierColumn.OWNER, "Anna Bell",
                            IdentifierColumn.VALID_FROM, "2026-01-01T09:00:00Z",
                            IdentifierColumn.VALID_UNTIL, "2026-01-02T09:00:00Z",
                            IdentifierColumn.MAX_PASSES, "1"));
            assertThat(panel.asked()).hasSize(3);
        }
    }

    @Test
    void knowsTheOlderInterfaceToo() throws Exception {
        try (ListingPanel panel = ListingPanel.speaking("/api/v0").with("card", "45131261", "Anna", ALWAYS)) {
            assertThat(panels.list(PanelAccess.of("http://" + panel.address() + "/", "admin", "123456")))
                    .hasSize(1);
        }
    }

    @Test
    void saysWhyThereIsNoList() throws Exception {
        try (ListingPanel panel = ListingPanel.speaking("/api/v1");
                ListingPanel other = ListingPanel.speaking("/api/v9")) {
            assertProblem(panel.address(), "wrong", Problem.LOGIN_REFUSED);
            assertProblem(other.address(), "123456", Problem.NO_PANEL);
        }
        assertProblem("127.0.0.1:1", "123456", Problem.UNREACHABLE);
        assertProblem("no-such-host.invalid", "123456", Problem.UNREACHABLE);
    }

    @Test
    void followsNoRedirectAndReadsNoMoreThanAPanelSends() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        boolean[] followed = {false};
        server.createContext("/api/v1/login", exchange -> {
            exchange.getResponseHeaders().set("Location", "/secrets");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/secrets", exchange -> {
            followed[0] = true;
            exchange.close();
        });
        server.start();
        try {
            assertProblem("127.0.0.1:" + server.getAddress().getPort(), "123456", Problem.NO_PANEL);
            assertThat(followed[0]).isFalse();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void asksNobodyOnThisMachineUnlessAnOperatorTrustsIt() {
        BasipPanelSource careful = new BasipPanelSource(List.of(), InstantSource.system());
        try (ListingPanel panel = ListingPanel.speaking("/api/v1")) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0")) {
                String address =
                        host + panel.address().substring(panel.address().lastIndexOf(':'));
                assertThatThrownBy(() -> careful.list(PanelAccess.of(address, "admin", "123456")))
                        .as(host)
                        .asInstanceOf(type(PanelUnavailableException.class))
                        .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.ADDRESS_REFUSED));
            }
            assertThat(panel.asked()).isEmpty();
        } finally {
            careful.destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.90", "10.0.0.7", "172.20.1.1", "fd12:3456::7", "93.184.216.34", "2a00:1450::1"})
    void asksPanelsInNetworksOfTheirOwnAndOutside(String address) throws Exception {
        assertThat(PanelAddresses.mayBePanel(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1", "127.9.9.9", "0.0.0.0", "169.254.169.254", "100.100.100.200", "192.0.0.192", "224.0.0.1",
                "255.255.255.255", "::1", "::", "fe80::1", "fd00:ec2::254", "64:ff9b::a9fe:a9fe", "2002:7f00:1::1",
                "::ffff:10.0.0.1", "::7f00:1"
            })
    void asksNoAddressWhereNoPanelIs(String address) throws Exception {
        InetAddress resolved = InetAddress.getByName(address);
        // Java makes the plain address of a mapped one, and that one is judged by itself
        assertThat(PanelAddresses.mayBePanel(resolved))
                .isEqualTo(resolved.getHostAddress().equals("10.0.0.1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ftp://panel",
                "file:///etc/passwd",
                "http://user@panel",
                "panel/path",
                "panel?x=1",
                "http://",
                "a b",
                "panel:99999999"
            })
    void takesNothingElseForAnAddress(String typed) {
        assertThatThrownBy(() -> PanelAccess.of(typed, "admin", "123456"))
                .asInstanceOf(type(PanelUnavailableException.class))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.ADDRESS_MALFORMED));
    }

    private void assertProblem(String address, String password, Problem problem) {
        assertThatThrownBy(() -> panels.list(PanelAccess.of(address, "admin", password)))
                .asInstanceOf(type(PanelUnavailableException.class))
                .satisfies(e -> assertThat(e.problem()).isEqualTo(problem));
    }
}
