namespace ChatRoom.Client.Protocol;

/// <summary>An account on a server, and how it is proved (SASL).</summary>
/// <param name="Name">Empty for the one that the certificate of the connection proves, whichever it is.</param>
/// <param name="Password">Null where the certificate proves it (EXTERNAL).</param>
public sealed record Account(string Name, string? Password)
{
    public string Mechanism => Password is null ? "EXTERNAL" : "PLAIN";

    /// <summary>A password must not be printed by accident, with a model or in a log.</summary>
    public override string ToString() => $"Account {Name}";
}
