using System.Text;
using ChatRoom.Tui.Drivers.Ansi;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>Pastes, and bytes that no terminal sends.</summary>
public sealed partial class InputParserTests
{
    [Fact]
    public void A_paste_is_text_whatever_is_in_it()
    {
        var inputs = Read("a\e[200~one\r\ntwo\rthree\n\e[A\x03 日本\e[201~b");

        Assert.Equal([Letter('a'), new UserInput.Pasted("one\ntwo\nthree\n\e[A\x03 日本"), Letter('b')], inputs);
    }

    [Fact]
    public void A_paste_of_a_megabyte_comes_whole_however_it_is_cut()
    {
        var text = string.Concat(Enumerable.Repeat("wörd 日本 👍\n", 60_000));
        var bytes = Encoding.UTF8.GetBytes($"\e[200~{text}\e[201~x");
        Assert.True(bytes.Length > 1 << 20);

        Assert.Equal([new UserInput.Pasted(text), Letter('x')], InPieces(new InputParser(), bytes, new Random(5), longest: 70_000));
    }

    [Fact]
    public void A_paste_without_bounds_comes_in_pieces_and_nothing_of_it_is_a_key()
    {
        var text = string.Concat(Enumerable.Repeat("日本語\r\n", 1_000_000));
        var bytes = Encoding.UTF8.GetBytes($"\e[200~{text}\e[201~x");

        var inputs = InPieces(new InputParser(), bytes, new Random(6), longest: 100_000);

        Assert.Equal(Letter('x'), inputs[^1]);
        var pieces = inputs.SkipLast(1).Cast<UserInput.Pasted>().Select(pasted => pasted.Text).ToList();
        Assert.True(pieces.Count > 2);
        Assert.All(pieces, piece => Assert.True(piece.Length <= InputParser.LongestPaste));
        Assert.Equal(text.Replace("\r\n", "\n", StringComparison.Ordinal), string.Concat(pieces));
    }

    [Fact]
    public void A_paste_whose_end_never_comes_is_told_when_nothing_follows()
    {
        var parser = new InputParser();
        var inputs = new List<UserInput>();
        parser.Take("\e[200~half"u8, inputs);
        Assert.NotNull(parser.Patience);

        parser.GiveUp(inputs);
        parser.Take("x"u8, inputs);

        Assert.Equal([new UserInput.Pasted("half"), Letter('x')], inputs);
    }

    [Fact]
    public void Wherever_the_bytes_are_cut_the_inputs_are_the_same()
    {
        var bytes = Encoding.UTF8.GetBytes("aé日👍\e[1;5C\eOP\e[<0;5;3M\e]11;rgb:0/0/0\e\\\e[200~p日\e[201~\eé\e[M !!\e[13;2uz");
        var whole = new List<UserInput>();
        new InputParser().Take(bytes, whole);
        Assert.Equal(13, whole.Count);

        for (var seed = 0; seed < 200; seed++)
            Assert.Equal(whole, InPieces(new InputParser(), bytes, new Random(seed), longest: 1 + seed % 5));
    }

    [Fact]
    public void What_is_no_utf8_writes_nothing_and_hides_nothing() =>
        Assert.Equal([Letter('a'), Letter('b'), Letter('é'), Letter('c')], Read([(byte)'a', 0xFF, 0xC3, (byte)'b', 0xE6, 0x97, 0xC3, 0xA9, 0x80, 0xC2, 0x85, (byte)'c']));

    [Fact]
    public void No_bytes_throw_or_keep_what_follows_from_being_heard()
    {
        var random = new Random(11);
        string[] pieces = ["\e", "\e[", "\e]", "\eP", "\eO", "\e[200~", "\e[201~", "\e[<", ";", "1", "99999", ":", "?", "$", "~", "u", "M", "m", "\a", "\e\\", "x", "é", "\x7f", "\0", "c"];
        for (var round = 0; round < 3_000; round++)
        {
            var parser = new InputParser();
            var inputs = new List<UserInput>();
            for (var i = random.Next(60); i > 0; i--)
                parser.Take(random.Next(3) == 0 ? [(byte)random.Next(256)] : Encoding.UTF8.GetBytes(pieces[random.Next(pieces.Length)]), inputs);
            // The end of a paste and of any string, and then a key.
            parser.Take("\e[201~\e\\   \r"u8, inputs);
            parser.GiveUp(inputs);
            parser.Take("\eOP"u8, inputs);

            Assert.Equal(new UserInput.Pressed(new Key(KeyName.F1)), inputs[^1]);
            Assert.All(inputs.OfType<UserInput.Moused>(), moused => Assert.True(moused is { X: >= 0, Y: >= 0 }));
        }
    }

    private static List<UserInput> InPieces(InputParser parser, byte[] bytes, Random random, int longest)
    {
        var inputs = new List<UserInput>();
        for (var at = 0; at < bytes.Length;)
        {
            var length = Math.Min(bytes.Length - at, random.Next(1, longest + 1));
            parser.Take(bytes.AsSpan(at, length), inputs);
            at += length;
        }
        return inputs;
    }

    private static List<UserInput> Read(byte[] sent)
    {
        var inputs = new List<UserInput>();
        new InputParser().Take(sent, inputs);
        return inputs;
    }

    private static UserInput.Pressed Letter(char letter) => new(Key.Of(letter));
}
