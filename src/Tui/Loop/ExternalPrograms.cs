using System.ComponentModel;
using System.Diagnostics;

namespace ChatRoom.Tui.Loop;

/// <summary>Other programs of this machine: the person's editor, and whatever opens links.</summary>
internal sealed class ExternalPrograms(Func<string, string?> variable)
{
    /// <summary>What the editor leaves behind; it comes back as it was saved, less the end of its last line.</summary>
    /// <exception cref="OutsideException">There is no editor, or it failed.</exception>
    public async Task<string> Edit(string text)
    {
        var command = Named("VISUAL") ?? Named("EDITOR") ?? throw new ExternalProgramException("no editor is set; say which in $EDITOR");
        var file = Path.Combine(Path.GetTempPath(), $"chatroom-{Path.GetRandomFileName()}.txt");
        try
        {
            // Others on this machine must not read what is not said yet.
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using (var writer = new StreamWriter(file, options))
                await writer.WriteAsync(text);
            await Run(command, file);
            return (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").TrimEnd('\n');
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ExternalProgramException($"the text could not be handed to the editor: {fault.Message}", fault);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <exception cref="OutsideException">Nothing opens it.</exception>
    public static void Open(string address)
    {
        var opener = OperatingSystem.IsMacOS() ? "open" : OperatingSystem.IsWindows() ? "explorer" : "xdg-open";
        // Nothing that it prints may get onto the screen.
        var start = new ProcessStartInfo(opener, [address]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        Start(start, $"there is no {opener} to open links with; copy it with c").Dispose();
    }

    private string? Named(string name) => variable(name) is { } command && !string.IsNullOrWhiteSpace(command) ? command : null;

    /// <summary>`$EDITOR` may have arguments ("code --wait"), which every program splits at blanks.</summary>
    private static async Task Run(string command, string file)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var editor = Start(new ProcessStartInfo(words[0], [.. words[1..], file]), $"the editor '{words[0]}' of $EDITOR is not there");
        await editor.WaitForExitAsync();
        if (editor.ExitCode != 0)
            throw new ExternalProgramException($"the editor '{words[0]}' ended with {editor.ExitCode}; nothing was taken over");
    }

    private static Process Start(ProcessStartInfo start, string otherwise)
    {
        try
        {
            return Process.Start(start) ?? throw new ExternalProgramException(otherwise);
        }
        catch (Win32Exception fault)
        {
            throw new ExternalProgramException($"{otherwise}: {fault.Message}", fault);
        }
    }
}
