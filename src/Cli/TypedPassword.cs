using System.Text;
using ChatRoom.Client.Text;

namespace ChatRoom.Cli;

/// <summary>A password from the input: on a terminal it is asked for and not shown, else it is the first line.</summary>
internal static class TypedPassword
{
    /// <summary>Null where there is none.</summary>
    public static string? Read(string question)
    {
        if (Console.IsInputRedirected)
            return Console.In.ReadLine();
        Console.Error.Write(TerminalText.Sanitize(question));
        var typed = new StringBuilder();
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            if (key.Key == ConsoleKey.Enter)
                break;
            if (key.Key == ConsoleKey.Backspace)
                typed.Length = Math.Max(0, typed.Length - 1);
            else if (key.KeyChar != '\0' && !char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }
        Console.Error.WriteLine();
        return typed.Length == 0 ? null : typed.ToString();
    }
}
