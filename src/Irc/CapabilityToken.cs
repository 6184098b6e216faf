namespace ChatRoom.Irc;

/// <summary>One word of a CAP list, known to us or not.</summary>
/// <param name="Name">The name, without '-' and value.</param>
/// <param name="Value">What follows '=', such as the mechanisms of sasl; null if there is no '='.</param>
/// <param name="Disabled">Whether '-' stood before it: a REQ that gives the capability back.</param>
public readonly record struct CapabilityToken(string Name, string? Value = null, bool Disabled = false)
{
    /// <summary>The capability, or none if we don't know it.</summary>
    public Capability Flag => Capabilities.Find(Name);

    public static CapabilityToken Parse(string word)
    {
        var disabled = word.StartsWith('-');
        var text = disabled ? word[1..] : word;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            ? new CapabilityToken(text, null, disabled)
            : new CapabilityToken(text[..equals], text[(equals + 1)..], disabled);
    }

    public override string ToString() => $"{(Disabled ? "-" : "")}{Name}{(Value is null ? "" : "=" + Value)}";
}
