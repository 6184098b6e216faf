using System.Buffers.Text;
using System.Text;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>Control sequences that are keys, clicks or news (xterm's ctlseqs). What is none of them yields null.</summary>
internal static class CsiReader
{
    /// <summary>A release, where a terminal tells of one unasked.</summary>
    private const int Released = 3;

    private const int DarkNow = 1;
    private const int LightNow = 2;

    public static UserInput? Read(ReadOnlySpan<byte> parameters, byte final)
    {
        if (parameters.StartsWith("<"u8))
            return Mouse(parameters[1..], final);
        if (parameters.StartsWith("?"u8))
            return News(parameters[1..], final);
        // What is left out is 1, and what is no number is none of ours.
        var number = Number(parameters, 0, 0) ?? (parameters.IsEmpty || parameters[0] == ';' ? 1 : -1);
        return final switch
        {
            (byte)'I' when parameters.IsEmpty => new UserInput.Focused(true),
            (byte)'O' when parameters.IsEmpty => new UserInput.Focused(false),
            (byte)'Z' => Press(KeyName.Tab, Held(parameters, 1) | Modifiers.Shift),
            // xterm's modifyOtherKeys: 27 ; modifiers ; letter.
            (byte)'~' when number == 27 => Letter(Number(parameters, 2, 0) ?? 0, null, null, Held(parameters, 1)),
            (byte)'~' => Press(KeyCodes.OfNumber(number), Held(parameters, 1)),
            (byte)'u' => IsRelease(parameters) ? null : Letter(number, Number(parameters, 0, 1), Number(parameters, 0, 2), Held(parameters, 1)),
            // rxvt's ways of saying Ctrl, Shift and both.
            (byte)'^' => Press(KeyCodes.OfNumber(number), Modifiers.Ctrl),
            (byte)'$' => Press(KeyCodes.OfNumber(number), Modifiers.Shift),
            (byte)'@' => Press(KeyCodes.OfNumber(number), Modifiers.Ctrl | Modifiers.Shift),
            >= (byte)'a' and <= (byte)'d' => Press(KeyCodes.OfLetter((byte)(final - 0x20)), Modifiers.Shift),
            _ => number != 1 || IsRelease(parameters) ? null : Press(KeyCodes.OfLetter(final), Held(parameters, 1)),
        };
    }

    private static UserInput? Mouse(ReadOnlySpan<byte> parameters, byte final) =>
        final is (byte)'M' or (byte)'m' && Number(parameters, 0, 0) is { } button && Number(parameters, 1, 0) is { } x && Number(parameters, 2, 0) is { } y
            ? MouseTable.Of(button, x, y, isRelease: final == 'm')
            : null;

    /// <summary>The person changed the terminal's colours (2031).</summary>
    private static UserInput.BackgroundKnown? News(ReadOnlySpan<byte> parameters, byte final) =>
        final == 'n' && Number(parameters, 0, 0) == 997 && Number(parameters, 1, 0) is DarkNow or LightNow
            ? new UserInput.BackgroundKnown(Number(parameters, 1, 0) == LightNow)
            : null;

    private static UserInput.Pressed? Press(KeyName? name, Modifiers? modifiers) =>
        name is { } known && modifiers is { } held ? new UserInput.Pressed(new Key(known, Modifiers: held)) : null;

    /// <param name="shifted">What the key writes with Shift.</param>
    /// <param name="onLatin">What the key at its place writes on a Latin keyboard, so that Ctrl+Q works on a Russian one.</param>
    private static UserInput.Pressed? Letter(int code, int? shifted, int? onLatin, Modifiers? modifiers)
    {
        if (modifiers is not { } held)
            return null;
        if (KeyCodes.OfCode(code) is { } name)
            return Press(name, held);
        var isCommand = (held & (Modifiers.Ctrl | Modifiers.Alt)) != 0;
        var letter = KeyCodes.OfPad(code) ?? (isCommand && code > 0x7F && onLatin is > ' ' and < 0x7F ? onLatin.Value : code);
        // The private use area is where kitty has keys that write nothing.
        if (!Rune.TryCreate(letter, out var rune) || Rune.IsControl(rune) || letter is >= 0xE000 and <= 0xF8FF)
            return null;
        if (held.HasFlag(Modifiers.Shift))
            rune = shifted is { } other && Rune.TryCreate(other, out var written) && !Rune.IsControl(written) ? written : Rune.ToUpperInvariant(rune);
        return new UserInput.Pressed(Named(held.HasFlag(Modifiers.Ctrl) ? Rune.ToLowerInvariant(rune) : rune, held & ~Modifiers.Shift));
    }

    /// <summary>Ctrl+I, Ctrl+M and Ctrl+[ are other keys on most terminals, and so they are on all.</summary>
    private static Key Named(Rune letter, Modifiers held) => !held.HasFlag(Modifiers.Ctrl) ? new Key(KeyName.Letter, letter, held) : letter.Value switch
    {
        'i' => new Key(KeyName.Tab, Modifiers: held & ~Modifiers.Ctrl),
        'm' => new Key(KeyName.Enter, Modifiers: held & ~Modifiers.Ctrl),
        '[' => new Key(KeyName.Escape, Modifiers: held & ~Modifiers.Ctrl),
        _ => new Key(KeyName.Letter, letter, held),
    };

    private static bool IsRelease(ReadOnlySpan<byte> parameters) => Number(parameters, 1, 1) == Released;

    /// <summary>One more than the sum of Shift 1, Alt 2, Ctrl 4, Super 8, Hyper 16, Meta 32 and locks. Null with Super and Hyper: those are not ours.</summary>
    private static Modifiers? Held(ReadOnlySpan<byte> parameters, int at)
    {
        var bits = Math.Max(0, (Number(parameters, at, 0) ?? 1) - 1);
        if ((bits & (8 | 16)) != 0)
            return null;
        return (Modifiers)(bits & 7) | ((bits & 32) != 0 ? Modifiers.Alt : Modifiers.None);
    }

    /// <summary>One of the numbers of `1;2:3;4`; null if it is not there or none.</summary>
    private static int? Number(ReadOnlySpan<byte> parameters, int at, int part)
    {
        var field = Piece(Piece(parameters, (byte)';', at), (byte)':', part);
        return Utf8Parser.TryParse(field, out int number, out var length) && length == field.Length && number >= 0 ? number : null;
    }

    private static ReadOnlySpan<byte> Piece(ReadOnlySpan<byte> of, byte separator, int at)
    {
        foreach (var range in of.Split(separator))
        {
            if (at-- == 0)
                return of[range];
        }
        return [];
    }
}
