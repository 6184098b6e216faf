namespace ChatRoom.Journal.Search;

/// <summary>The letters of a word that is being read; what is beyond the buffer is left away.</summary>
internal ref struct WordLetters(Span<char> buffer)
{
    private readonly Span<char> _buffer = buffer;
    private int _length;

    public readonly ReadOnlySpan<char> Letters => _buffer[.._length];

    public void Append(char letter)
    {
        if (_length < _buffer.Length)
            _buffer[_length++] = letter;
    }

    public void Append(scoped ReadOnlySpan<char> letters)
    {
        var fitting = letters[..Math.Min(letters.Length, _buffer.Length - _length)];
        fitting.CopyTo(_buffer[_length..]);
        _length += fitting.Length;
    }

    public void Clear() => _length = 0;
}
