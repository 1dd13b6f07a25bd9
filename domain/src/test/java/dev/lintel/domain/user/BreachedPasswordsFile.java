package dev.lintel.domain.user;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** Makes {@code breached-passwords.bin} from lists with a password on each line: the file to write, then the lists. */
final class BreachedPasswordsFile {
    private BreachedPasswordsFile() {}

    public static void main(String[] files) throws IOException {
        ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        Arrays.stream(files)
                .skip(1)
                .flatMap(list -> lines(Path.of(list)))
                .filter(password -> password.codePointCount(0, password.length()) >= PasswordRules.FEWEST_CHARACTERS)
                .mapToLong(BreachedPasswords::hash)
                .sorted()
                .distinct()
                .forEach(hash -> hashes.write(
                        ByteBuffer.allocate(Long.BYTES).putLong(hash).array(),
                        Long.BYTES - BreachedPasswords.KEPT,
                        BreachedPasswords.KEPT));
        Files.write(Path.of(files[0]), hashes.toByteArray());
    }

    private static Stream<String> lines(Path list) {
        try {
            // lists of this kind hold lines in other encodings, which nobody can type here
            return new String(Files.readAllBytes(list), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.indexOf('\uFFFD') < 0);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
