using ChatRoom.Client.Connection;

namespace ChatRoom.Cli.Join;

/// <summary>What a person is told when TLS does not come about, and what to do about it.</summary>
public static class RefusalText
{
    public static string Of(DialResult.NoTls refused, string place)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return $"{place} does not speak TLS with us ({refused.Reason}); check --port, or leave out --tls where that is safe";
    }

    /// <param name="refused">What was refused.</param>
    /// <param name="place">Where.</param>
    /// <param name="command">How this program is called here.</param>
    /// <param name="given">The command line as it was given: what accepts the certificate is the same, and one option more.</param>
    public static string Of(DialResult.Untrusted refused, string place, string command, IEnumerable<string> given)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return $"the certificate of {place} is not trusted: {refused.Reason}; its fingerprint is {refused.Found}; if the server's "
            + $"operator tells you the same one, join with: {command} {string.Join(' ', given.Select(ShellWord.Of))} --fingerprint {refused.Found}";
    }

    /// <param name="known">The file of the certificates that were accepted.</param>
    public static string Of(DialResult.OtherCertificate refused, string place, string known)
    {
        ArgumentNullException.ThrowIfNull(refused);
        return $"the certificate of {place} is another one, and somebody may be between you and the server: expected {refused.Pinned}, "
            + $"found {refused.Found}; ask the operator, and if the new one is right remove the line of {place} from {known}";
    }
}
