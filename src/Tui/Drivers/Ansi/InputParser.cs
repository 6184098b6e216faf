using System.Text;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Drivers.Ansi;

/// <summary>
/// What a terminal sends, as inputs. It comes in pieces that end anywhere, and from whatever stands behind the other end of the line:
/// no bytes throw, take more room than <see cref="LongestPaste"/>, or are taken for letters if they belong to a sequence.
/// </summary>
/// <param name="isLightOtherwise">What is told of the background if the terminal answers, but not to the question for it.</param>
/// <param name="erase">What the key above Enter sends (VERASE).</param>
public sealed class InputParser(bool? isLightOtherwise = null, byte erase = 0x7F)
{
    /// <summary>What is longer comes in pieces of this many bytes.</summary>
    public const int LongestPaste = 4 << 20;

    /// <summary>No sequence that we know is longer; of a longer one the rest is passed over.</summary>
    private const int LongestSequence = 256;

    /// <summary>A sequence comes in one piece even over slow lines, but nobody presses Esc and another key faster than this.</summary>
    private static readonly TimeSpan ForTheRestOfAKey = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan ForTheRestOfAPaste = TimeSpan.FromSeconds(5);

    private readonly byte[] _sequence = new byte[LongestSequence];
    private readonly byte[] _letter = new byte[4];
    private readonly PastedText _paste = new();
    private State _state;
    private Modifiers _prefix;
    private int _length;
    private int _letterLength;
    private bool _isBackgroundKnown;

    private enum State
    {
        Ground,
        Escape,
        Csi,
        Ss3,
        String,
        StringEscape,
        OldMouse,
        ConsoleKey,
        Paste,
    }

    /// <summary>How long to wait for more before <see cref="GiveUp"/>; null if nothing is begun.</summary>
    public TimeSpan? Patience => _state switch
    {
        State.Paste => ForTheRestOfAPaste,
        State.Escape => ForTheRestOfAKey,
        State.Csi or State.Ss3 or State.String when _length == 0 => ForTheRestOfAKey,
        // Nobody types the middle of a sequence.
        _ => null,
    };

    public void Take(ReadOnlySpan<byte> bytes, ICollection<UserInput> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        while (!bytes.IsEmpty)
        {
            if (_state == State.Paste)
            {
                bytes = bytes[_paste.Take(bytes, into, out var ended)..];
                if (ended)
                    _state = State.Ground;
                continue;
            }
            Take(bytes[0], into);
            bytes = bytes[1..];
        }
    }

    /// <summary>Nothing more came: what could have been the beginning of a sequence was a key.</summary>
    public void GiveUp(ICollection<UserInput> into)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (Patience is null)
            return;
        if (_state == State.Paste)
            _paste.End(into);
        else if (_state != State.Escape)
            Press(Key.Of(Introducer(), Modifiers.Alt), into);
        else
            Press(new Key(KeyName.Escape), into);
        if (_state == State.Escape && _prefix != Modifiers.None)
            Press(new Key(KeyName.Escape), into);
        Forget();
    }

    private char Introducer() => _state switch
    {
        State.Csi => '[',
        State.Ss3 => 'O',
        _ => (char)_sequence[0],
    };

    private void Take(byte b, ICollection<UserInput> into)
    {
        switch (_state)
        {
            case State.Ground:
                TakeLetter(b, into);
                break;
            case State.Escape:
                TakeAfterEscape(b, into);
                break;
            case State.Csi:
                TakeInCsi(b, into);
                break;
            case State.Ss3:
                End(KeyCodes.OfSs3(b), into);
                break;
            case State.String:
            case State.StringEscape:
                TakeInString(b, into);
                break;
            case State.OldMouse:
                Append(b);
                if (_length == 3)
                    End(MouseTable.Of(_sequence[0] - 32, _sequence[1] - 32, _sequence[2] - 32, isRelease: false), into);
                break;
            case State.ConsoleKey:
                End(KeyCodes.OfLinuxConsole(b), into);
                break;
            case State.Paste:
                throw new InvalidOperationException("a paste is taken as a whole");
        }
    }

    private void TakeLetter(byte b, ICollection<UserInput> into)
    {
        if (b < 0x80)
            _letterLength = 0;
        if (b == 0x1B)
            Begin(State.Escape);
        else if (b < 0x20 || b == 0x7F)
            End(new UserInput.Pressed(KeyCodes.OfControl(b, erase)), into);
        else if (b < 0x80)
            End(new UserInput.Pressed(Key.Of((char)b)), into);
        else
            TakeUtf8(b, into);
    }

    private void TakeUtf8(byte b, ICollection<UserInput> into)
    {
        _letter[_letterLength++] = b;
        var bytes = _letter.AsSpan(0, _letterLength);
        var status = Rune.DecodeFromUtf8(bytes, out var rune, out var consumed);
        if (status == System.Buffers.OperationStatus.NeedMoreData)
            return;
        // What is no UTF-8 writes nothing; the byte that showed it can begin a letter.
        _letterLength = 0;
        if (status == System.Buffers.OperationStatus.Done && !Rune.IsControl(rune))
            End(new UserInput.Pressed(new Key(KeyName.Letter, rune)), into);
        else if (consumed < bytes.Length)
            TakeUtf8(b, into);
    }

    private void TakeAfterEscape(byte b, ICollection<UserInput> into)
    {
        switch (b)
        {
            case (byte)'[':
                Begin(State.Csi);
                break;
            case (byte)'O':
                Begin(State.Ss3);
                break;
            // Operating system command, device control, application command: the kinds of strings that terminals answer with.
            case (byte)']' or (byte)'P' or (byte)'_':
                Begin(State.String);
                _sequence[0] = b;
                break;
            case 0x1B when _prefix == Modifiers.None:
                _prefix = Modifiers.Alt;
                break;
            case 0x1B:
                Press(new Key(KeyName.Escape), into);
                break;
            default:
                _prefix = Modifiers.Alt;
                _state = State.Ground;
                TakeLetter(b, into);
                break;
        }
    }

    private void TakeInCsi(byte b, ICollection<UserInput> into)
    {
        if (b is < 0x20 or > 0x7E)
        {
            // Cut off; what follows begins anew.
            Forget();
            TakeLetter(b, into);
            return;
        }
        // rxvt ends keys with Shift with a '$', which elsewhere comes before the end of an answer.
        var isEnd = b >= 0x40 || (b == '$' && _length > 0 && _sequence[0] != '?');
        if (!isEnd)
        {
            Append(b);
            return;
        }
        var parameters = _sequence.AsSpan(0, Math.Min(_length, LongestSequence));
        if (b == 'M' && _length == 0)
            Begin(State.OldMouse);
        else if (b == '[' && _length == 0)
            Begin(State.ConsoleKey);
        else if (_length > LongestSequence)
            Forget();
        else if (b == '~' && parameters.SequenceEqual("200"u8))
            Begin(State.Paste);
        else
            End(ReadCsi(parameters, b), into);
    }

    private UserInput? ReadCsi(ReadOnlySpan<byte> parameters, byte final)
    {
        if (final != 'c' || !parameters.StartsWith("?"u8))
            return CsiReader.Read(parameters, final);
        // Answers come in the order of the questions, and the one for the background was the first.
        return !_isBackgroundKnown && isLightOtherwise is { } isLight ? new UserInput.BackgroundKnown(isLight) : null;
    }

    private void TakeInString(byte b, ICollection<UserInput> into)
    {
        var isEnd = b == 0x07 || (_state == State.StringEscape && b == '\\');
        if (isEnd)
        {
            var answer = _length <= LongestSequence && _sequence[0] == ']' ? BackgroundAnswer.Read(_sequence.AsSpan(1, Math.Max(0, _length - 1))) : null;
            _isBackgroundKnown |= answer is not null;
            End(answer, into);
        }
        else if (_state == State.StringEscape)
        {
            _state = State.Escape;
            _prefix = Modifiers.None;
            TakeAfterEscape(b, into);
        }
        else if (b == 0x1B)
        {
            _state = State.StringEscape;
        }
        else if (b < 0x20)
        {
            Forget();
            TakeLetter(b, into);
        }
        else
        {
            // The first place is the introducer's.
            if (_length == 0)
                _length = 1;
            Append(b);
        }
    }

    private void Begin(State state) => (_state, _length) = (state, 0);

    private void Append(byte b)
    {
        if (_length < LongestSequence)
            _sequence[_length] = b;
        _length = Math.Min(_length + 1, LongestSequence + 1);
    }

    private void End(UserInput? input, ICollection<UserInput> into)
    {
        var prefix = _prefix;
        Forget();
        if (input is UserInput.Pressed pressed)
            Press(pressed.Key with { Modifiers = pressed.Key.Modifiers | prefix }, into);
        else if (input is not null)
            into.Add(input);
    }

    private void Forget() => (_state, _prefix, _length) = (State.Ground, Modifiers.None, 0);

    private static void Press(Key key, ICollection<UserInput> into) => into.Add(new UserInput.Pressed(key));
}
