package dev.lintel.standalone.local;

import dev.lintel.domain.device.IssuedCredential;
import dev.lintel.standalone.Command;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** Gives a device new secrets and prints them this once. */
public final class DevicePasswordCommand implements Command {
    @Override
    public String name() {
        return "device-password";
    }

    @Override
    public String usage() {
        return "SERIAL\n  gives the device new secrets for MQTT and HTTP, and prints them; the old ones stop working";
    }

    @Override
    public int run(List<String> args, PrintStream out, PrintStream err) throws IOException, InterruptedException {
        if (args.size() != 1) {
            err.println("lintel device-password " + usage());
            return 2;
        }
        Optional<IssuedCredential> credential;
        try (Services services = Services.open()) {
            credential = services.issueCredential(args.getFirst());
        }
        if (credential.isEmpty()) {
            err.println("there is no device with the serial number \"" + args.getFirst() + "\"");
            return 1;
        }
        out.println("serial     " + credential.get().serial());
        out.println("password   " + credential.get().password());
        out.println("url-token  " + credential.get().urlToken());
        return 0;
    }
}
