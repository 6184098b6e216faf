namespace ChatRoom.Client.Protocol;

/// <summary>An account on a server, and how it is proved (SASL).</summary>
/// <param name="Password">Null where the certificate of the connection proves it (EXTERNAL).</param>
public sealed record Account(string Name, string? Password)
{
    public string Mechanism => Password is null ? "EXTERNAL" : "PLAIN";

    /// <summary>A password must not be printed by accident, with a model or in a log.</summary>
    public override string ToString() => $"Account {Name}";
}
