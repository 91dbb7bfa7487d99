"""AES-128 with cipher block chaining (FIPS 197), to lock files as others do."""


def double(value: int) -> int:
    """Double in the field of 256 elements (FIPS 197, 4.2)."""
    return (value << 1) ^ (0x11B if value & 0x80 else 0)


def make_box() -> list[int]:
    """Make the substitution box (5.1.1) by walking through the field with a generator, 3."""
    box, power, inverse = [0x63] * 256, 1, 1
    while True:
        power ^= double(power)
        for shift in (1, 2, 4):
            inverse ^= inverse << shift & 0xFF
        inverse ^= 0x09 if inverse & 0x80 else 0
        turned = inverse * 0x101
        box[power] = (inverse ^ turned >> 7 ^ turned >> 6 ^ turned >> 5 ^ turned >> 4) & 0xFF ^ 0x63
        if power == 1:
            return box


BOX = make_box()


def expand_key(key: bytes) -> list[bytes]:
    """Make eleven round keys of one (5.2)."""
    words, constant = [key[start : start + 4] for start in range(0, 16, 4)], 1
    for index in range(4, 44):
        word = words[-1]
        if index % 4 == 0:
            word = bytes(BOX[value] for value in word[1:] + word[:1])
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = double(constant)
        words.append(add(words[-4], word))
    return [b"".join(words[start : start + 4]) for start in range(0, 44, 4)]


def add(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


def mix(column: bytes) -> bytes:
    """Mix a column of the state (5.1.3)."""
    whole = column[0] ^ column[1] ^ column[2] ^ column[3]
    pairs = zip(column, column[1:] + column[:1], strict=True)
    return bytes(value ^ whole ^ double(value ^ after) for value, after in pairs)


def encrypt_block(block: bytes, keys: list[bytes]) -> bytes:
    state = add(block, keys[0])
    for number, key in enumerate(keys[1:], start=1):
        state = bytes(BOX[state[index * 5 % 16]] for index in range(16))
        if number < 10:
            state = b"".join(mix(state[start : start + 4]) for start in range(0, 16, 4))
        state = add(state, key)
    return state


class Aes:
    """What pypdf asks of a library for AES when it writes."""

    def __init__(self, key: bytes) -> None:
        self.keys = expand_key(key)

    def encrypt(self, data: bytes) -> bytes:
        """Pad and chain, with an initialization vector that is always the same."""
        missing = 16 - len(data) % 16
        data += bytes([missing]) * missing
        blocks = [bytes(range(16))]
        for start in range(0, len(data), 16):
            blocks.append(encrypt_block(add(data[start : start + 16], blocks[-1]), self.keys))
        return b"".join(blocks)
