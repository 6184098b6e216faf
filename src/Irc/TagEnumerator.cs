namespace ChatRoom.Irc;

/// <summary>Walks over raw tags ("a=b;c;+d/e=f") in place. Tags without a name, as in "a;;b" or "=x", are passed over.</summary>
public ref struct TagEnumerator
{
    private ReadOnlySpan<byte> _rest;

    public TagEnumerator(ReadOnlySpan<byte> tags)
    {
        _rest = tags;
        Current = default;
    }

    public RawTag Current { get; private set; }

    public readonly TagEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        while (!_rest.IsEmpty)
        {
            var end = _rest.IndexOf((byte)';');
            var tag = end < 0 ? _rest : _rest[..end];
            _rest = end < 0 ? default : _rest[(end + 1)..];
            var equals = tag.IndexOf((byte)'=');
            var name = equals < 0 ? tag : tag[..equals];
            if (name.IsEmpty)
                continue;
            Current = new RawTag(name, equals < 0 ? default : tag[(equals + 1)..]);
            return true;
        }
        return false;
    }
}
