-- Terms as N-Quads and SPARQL's TSV write them: <iri>, "literal" with its tag or type, and in TSV bare numbers and true or false.

-- Undo \t \n \r \" and \\, which is all that Oxigraph escapes in TSV.
CREATE TEMP MACRO unescaped(written) AS array_to_string(list_transform(string_split(written, '\\'), lambda part:
    replace(replace(replace(replace(part, '\"', '"'), '\t', chr(9)), '\n', chr(10)), '\r', chr(13))), '\');

-- What stands behind the last quotation mark: tag and type hold none.
CREATE TEMP MACRO behind(term) AS split_part(term, '"', -1);

-- What STR() gives of it; nothing of a blank node or a triple.
CREATE TEMP MACRO words_of(term) AS CASE
    WHEN prefix(term, '_:') OR prefix(term, '<<') THEN NULL
    WHEN prefix(term, '<') THEN split_part(term, '>', 1)[2:]
    WHEN NOT prefix(term, '"') THEN term
    WHEN NOT contains(term, '\') THEN split_part(term, '"', 2)
    ELSE unescaped(term[2:length(term) - length(behind(term)) - 1]) END;
