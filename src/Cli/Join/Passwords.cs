using System.ComponentModel;
using System.Diagnostics;
using ChatRoom.Client.Protocol;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Cli.Join;

/// <summary>
/// The passwords of a person who joins. They never stand on the command line, where other people of the machine could read them: a file, a
/// command of a password keeper, or an environment variable has them, in this order.
/// </summary>
/// <param name="Server">The server's own; null for none.</param>
/// <param name="Account">The account with its password, or without one where a certificate proves it; null for a guest.</param>
public sealed record Passwords(string? Server, Account? Account)
{
    public const string ServerVariable = "CHATROOM_PASSWORD";

    public const string AccountVariable = "CHATROOM_ACCOUNT_PASSWORD";

    /// <summary>Either the passwords, or why there are none.</summary>
    /// <param name="ask">Asks a person for what is given nowhere; null where nobody could answer.</param>
    public static async Task<(Passwords? Found, string Wrong)> Find(
        JoinOptions options, ProcessEnvironment around, CancellationToken cancel, Func<string, string?>? ask = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(around);
        var (server, wrong) = await Read(
            "--password-file", options.PasswordFile, options.Account is null ? options.PasswordCommand : null, around.Variable(ServerVariable), cancel);
        if (wrong is not null)
            return (null, wrong);
        var hasCertificate = options.Encryption?.Own is not null;
        if (options.Account is null)
            return (new(server, hasCertificate ? new Account("", null) : null), "");
        (var password, wrong) = await Read(
            "--account-password-file", options.AccountPasswordFile, options.PasswordCommand, around.Variable(AccountVariable), cancel);
        // With a password, the certificate is only shown, so that it can be added to the account.
        if (hasCertificate && password is null && wrong is null)
            return (new(server, new Account(options.Account, null)), "");
        password ??= wrong is null ? ask?.Invoke($"Password of the account {options.Account}: ") : null;
        return (wrong, password) switch
        {
            ({ } why, _) => (null, why),
            (_, null) => (null, $"the account '{options.Account}' has a password; give it with --account-password-file FILE, "
                + $"--password-command COMMAND or ${AccountVariable}"),
            _ => (new(server, new Account(options.Account, password)), ""),
        };
    }

    private static async Task<(string? Password, string? Wrong)> Read(
        string option, string? file, string? command, string? variable, CancellationToken cancel)
    {
        if (file is not null)
            return PasswordFile.TryRead(option, file, out var password, out var wrong) ? (password, null) : (null, wrong);
        return command is not null ? await Ask(command, cancel) : (string.IsNullOrEmpty(variable) ? null : variable, null);
    }

    /// <summary>Through the shell, as people write such commands; it may ask its own questions on the terminal.</summary>
    private static async Task<(string? Password, string? Wrong)> Ask(string command, CancellationToken cancel)
    {
        var shell = OperatingSystem.IsWindows() ? ("cmd.exe", "/c") : ("/bin/sh", "-c");
        try
        {
            using var asked = Process.Start(new ProcessStartInfo(shell.Item1, [shell.Item2, command]) { RedirectStandardOutput = true })
                ?? throw new InvalidOperationException("The shell was not started.");
            var output = await asked.StandardOutput.ReadToEndAsync(cancel);
            await asked.WaitForExitAsync(cancel);
            var password = output.Split('\n')[0].TrimEnd('\r');
            return asked.ExitCode != 0 ? (null, $"--password-command '{command}' failed with exit code {asked.ExitCode}")
                : password.Length == 0 ? (null, $"--password-command '{command}' printed nothing; its first line should be the password")
                : (password, null);
        }
        catch (Win32Exception fault)
        {
            return (null, $"--password-command '{command}' can't be run: {fault.Message}");
        }
    }
}
