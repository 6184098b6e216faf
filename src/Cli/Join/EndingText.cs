using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Join;

/// <summary>What a person is told about the end of a connection, and what to do about it.</summary>
internal static class EndingText
{
    /// <summary>One line; null where there is nothing to say.</summary>
    public static string? Of(Ending ending, ClientSettings settings) => ending.Match<string?>(
        left: _ => null,
        nicknameTaken: e => $"nickname '{e.Nick}' is taken: {Clause(e.Reason)}; choose another with --nick",
        nicknameRefused: e => $"the server does not take the nickname '{e.Nick}': {Clause(e.Reason)}; {Nickname.Rule} "
            + "(some servers allow fewer); choose another with --nick",
        passwordRefused: e => settings.Password is null
            ? $"the server wants a password: {Clause(e.Reason)}; give it with --password-file FILE"
            : $"the server does not take this password: {Clause(e.Reason)}; give the right one with --password-file FILE",
        accountRefused: e => $"the server does not let you in as the account '{e.Account}': {e.Reason}",
        notAdmitted: e => $"the server does not let you in: {e.Reason}",
        serverClosed: e => $"the server closed the connection: {e.Reason}",
        lost: e => $"connection lost: {e.Reason}");

    public static int ExitCodeOf(Ending ending) => ending.Match(
        left: _ => ExitCode.Ok,
        nicknameTaken: _ => ExitCode.Failure,
        nicknameRefused: _ => ExitCode.Failure,
        passwordRefused: _ => ExitCode.Failure,
        accountRefused: _ => ExitCode.Failure,
        notAdmitted: _ => ExitCode.Failure,
        serverClosed: _ => ExitCode.Unreachable,
        lost: _ => ExitCode.Unreachable);

    /// <summary>What a server says often ends with a full stop, and here something follows.</summary>
    private static string Clause(string reason) => reason.TrimEnd('.');
}
