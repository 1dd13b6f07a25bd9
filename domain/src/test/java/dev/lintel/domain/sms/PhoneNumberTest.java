package dev.lintel.domain.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GA-3")
class PhoneNumberTest {
    @Test
    void isReadAsPeopleWriteIt() {
        assertThat(PhoneNumber.of(" +44 (20) 7946-0000 ")).contains(new PhoneNumber("+442079460000"));
        assertThat(PhoneNumber.of("+380.44.123.45.67")).contains(new PhoneNumber("+380441234567"));
    }

    @Test
    void isNoneWithoutItsCountryOrOfAnotherLength() {
        for (String wrong :
                new String[] {"", "020 7946 0000", "+0441234567", "+44123", "+1234567890123456", "+44 2O79"}) {
            assertThat(PhoneNumber.of(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aSenderIsANumberOrAShortName() {
        String account = "AC" + "0".repeat(32);
        assertThat(new SmsAccount(account, "+44 20 7946 0000").sender()).isEqualTo("+442079460000");
        assertThat(new SmsAccount(account, "Heathfield").sender()).isEqualTo("Heathfield");
        assertThatThrownBy(() -> new SmsAccount(account, "Heathfield House")).hasMessageContaining("sender: malformed");
        assertThatThrownBy(() -> new SmsAccount("AC1", "Doors")).hasMessageContaining("account: malformed: \"AC1\"");
    }
}
