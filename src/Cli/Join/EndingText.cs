using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>What a person is told about the end of a connection, and what to do about it.</summary>
internal static class EndingText
{
    /// <summary>One line; null where there is nothing to say.</summary>
    /// <param name="isMute">Over plain text, and the server never said a word.</param>
    public static string? Of(Ending ending, ClientSettings settings, bool isMute) => ending switch
    {
        Ending.Left => null,
        Ending.NicknameTaken e => $"the nickname '{e.Nick}' is taken{Holder(e.Reason)}; choose another with --nick",
        Ending.NicknameRefused e => $"the server does not take the nickname '{e.Nick}': {Clause(e.Reason)}; {Nickname.Rule} "
            + "(some servers allow fewer); choose another with --nick",
        Ending.PasswordRefused e => settings.Password is null
            ? $"the server wants a password: {Clause(e.Reason)}; give it with --password-file FILE"
            : $"the server does not take this password: {Clause(e.Reason)}; give the right one with --password-file FILE",
        Ending.AccountRefused { Account.Length: 0 } e => $"the server does not let you in by your certificate: {e.Reason}",
        Ending.AccountRefused e => $"the server does not let you in as the account '{e.Account}': {e.Reason}",
        Ending.NotAdmitted e => $"the server does not let you in: {e.Reason}",
        Ending.ServerClosed e => $"the server closed the connection: {e.Reason}",
        Ending.Lost e => $"connection lost: {e.Reason}{(isMute ? "; perhaps that port wants TLS: add --tls" : "")}",
    };

    public static int ExitCodeOf(Ending ending) => ending switch
    {
        Ending.Left => ExitCode.Ok,
        Ending.NicknameTaken or Ending.NicknameRefused or Ending.PasswordRefused or Ending.AccountRefused or Ending.NotAdmitted => ExitCode.Failure,
        Ending.ServerClosed or Ending.Lost => ExitCode.Unreachable,
    };

    /// <summary>What a server tells beyond what was said here already.</summary>
    private static string Holder(string reason)
    {
        const string before = "Nickname is in use: ", behind = "; choose another";
        var told = Clause(reason);
        told = told.StartsWith(before, StringComparison.Ordinal) ? told[before.Length..] : told;
        told = told.EndsWith(behind, StringComparison.Ordinal) ? told[..^behind.Length] : told;
        return told.StartsWith("Nickname is", StringComparison.OrdinalIgnoreCase) ? "" : $": {told}";
    }

    /// <summary>What a server says often ends with a full stop, and here something follows.</summary>
    private static string Clause(string reason) => reason.TrimEnd('.');
}
