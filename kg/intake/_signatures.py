"""Checks signatures of nanopublications: RSA (PKCS #1 v1.5) and DSA, both over SHA-256.

Only public keys are used, so that nothing secret can leak from plain arithmetic.
"""

import base64
import binascii
import hashlib
from collections.abc import Iterator

_MOST_BITS = 16_384  # of a key; larger ones would take minutes
_SHA256 = bytes.fromhex("3031300d060960864801650304020105000420")  # DER of "what follows is a SHA-256" (RFC 8017, 9.2)
_SEQUENCE, _INTEGER, _BITS = 0x30, 0x02, 0x03


def is_signed(words: str, algorithm: str, key: str, signature: str) -> bool:
    """Tell whether a signature of words holds; raises ValueError for what is no key or no signature."""
    numbers = _key(_decoded(key))
    digest = hashlib.sha256(words.encode()).digest()
    signed = _decoded(signature)
    if any(number.bit_length() > _MOST_BITS for number in numbers):
        raise ValueError(f"its key is longer than {_MOST_BITS} bits")
    if algorithm.upper() == "RSA" and len(numbers) == 2:
        return _rsa(digest, signed, *numbers)
    if algorithm.upper() == "DSA" and len(numbers) == 4:
        return _dsa(digest, signed, *numbers)
    raise ValueError(f"its key is no {algorithm} key that kg can check (RSA and DSA)")


def _rsa(digest: bytes, signature: bytes, modulus: int, exponent: int) -> bool:
    size = (modulus.bit_length() + 7) // 8
    end = _SHA256 + digest
    if modulus < 3 or exponent.bit_length() > 64 or size < len(end) + 11:
        raise ValueError("its key is too weak to check")
    expected = b"\x00\x01" + b"\xff" * (size - len(end) - 3) + b"\x00" + end
    return pow(int.from_bytes(signature), exponent, modulus).to_bytes(size) == expected


def _dsa(digest: bytes, signature: bytes, p: int, q: int, g: int, y: int) -> bool:
    r, s = _integers(_content(signature, _SEQUENCE)[0])
    if not (0 < r < q and 0 < s < q and 1 < y < p):
        return False
    inverse = pow(s, -1, q)
    cut = max(0, len(digest) * 8 - q.bit_length())
    first, second = (int.from_bytes(digest) >> cut) * inverse % q, r * inverse % q
    return pow(g, first, p) * pow(y, second, p) % p % q == r


def _decoded(words: str) -> bytes:
    try:
        return base64.b64decode("".join(words.split()), validate=True)
    except binascii.Error as error:
        raise ValueError("its key or signature is not in Base64") from error


def _key(data: bytes) -> tuple[int, ...]:
    """Give the numbers of a public key: modulus and exponent, or p, q, g and y (RFC 5280, SubjectPublicKeyInfo)."""
    whole, _ = _content(data, _SEQUENCE)
    algorithm, rest = _content(whole, _SEQUENCE)
    bits = _content(rest, _BITS)[0][1:]
    if bits[:1] == bytes([_SEQUENCE]):
        return tuple(_integers(_content(bits, _SEQUENCE)[0]))
    _, parameters = _content(algorithm, 0x06)
    return *_integers(_content(parameters, _SEQUENCE)[0]), *_integers(bits)


def _integers(data: bytes) -> Iterator[int]:
    while data:
        number, data = _content(data, _INTEGER)
        yield int.from_bytes(number)


def _content(data: bytes, tag: int) -> tuple[bytes, bytes]:
    """Split DER into the content of its first part, which must be of a kind, and what follows that."""
    if len(data) < 2 or data[0] != tag:
        raise ValueError("its key or signature is no DER")
    size, start = data[1], 2
    if size & 0x80:
        start += size & 0x7F
        size = int.from_bytes(data[2:start])
    if len(data) < start + size:
        raise ValueError("its key or signature is cut off")
    return data[start : start + size], data[start + size :]
