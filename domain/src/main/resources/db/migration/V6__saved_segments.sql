-- As people sort: by their alphabets, in any case, and flat 2 before flat 10.
create collation people (provider = icu, locale = 'und-u-kn-true');
