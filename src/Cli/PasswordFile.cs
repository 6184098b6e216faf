using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Cli;

/// <summary>A password on the command line would stand in the history of the shell and in `ps`; in a file it does not.</summary>
internal static class PasswordFile
{
    /// <summary>The first line is the password, so that an editor may end it as it likes.</summary>
    public static bool TryRead(string option, string path, [NotNullWhen(true)] out string? password, [NotNullWhen(false)] out string? wrong)
    {
        (password, wrong) = (null, null);
        try
        {
            password = File.ReadLines(path).FirstOrDefault();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            wrong = $"cannot read {option} '{path}': {fault.Message}";
            return false;
        }
        if (!string.IsNullOrEmpty(password))
            return true;
        wrong = $"{option} '{path}' is empty; its first line should be the password";
        return false;
    }
}
