namespace ChatRoom.Domain;

/// <summary>
/// The words of what is said. Redaction and retention forget them while the event stays, so no rule may read them:
/// Decide and Apply only pass them on.
/// </summary>
public sealed record Body(Seq<string> Lines, Seq<Attribute> Attributes)
{
    public static readonly Body Forgotten = new(Seq<string>.Empty, Seq<Attribute>.Empty);

    public static Body Text(string line) => new(Prelude.Seq1(line), Seq<Attribute>.Empty);
}
