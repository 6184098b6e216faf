using System.IO.Pipelines;
using System.Text;
using ChatRoom.Cli.Join;
using ChatRoom.Client.Protocol;

namespace ChatRoom.Cli.Tests;

public class TypedLineTests
{
    public static TheoryData<string, TypedLine> Lines => new()
    {
        { "", new TypedLine.Nothing() },
        { "hello", Said("hello") },
        { "  indented /me", Said("  indented /me") },
        { "//etc/hosts", Said("/etc/hosts") },
        { "//", Said("/") },
        { "/me waves a lot", new TypedLine.Say(null, "waves a lot", Manner.Action) },
        { "/ME waves", new TypedLine.Say(null, "waves", Manner.Action) },
        { "/msg Duy Hello there", new TypedLine.Say("Duy", "Hello there", Manner.Message) },
        { "/msg #tea Hello", new TypedLine.Say("#tea", "Hello", Manner.Message) },
        { "/quit", new TypedLine.Quit("") },
        { "/quit good night", new TypedLine.Quit("good night") },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_is_said_or_is_a_command(string line, TypedLine meant) => Assert.Equal(meant, TypedLine.Parse(line));

    [Fact]
    public void A_new_nickname_is_checked_here() =>
        Assert.Equal("Tran", Assert.IsType<TypedLine.Rename>(TypedLine.Parse("/nick Tran ")).Nick.Text);

    [Theory]
    [InlineData("/foo bar", "unknown command '/foo', said to nobody; the commands are /me")]
    [InlineData("/", "unknown command '/'")]
    [InlineData("/me", "/me needs a text")]
    [InlineData("/me ", "/me needs a text")]
    [InlineData("/msg", "/msg needs one nickname and a text")]
    [InlineData("/msg Duy", "/msg needs one nickname and a text")]
    [InlineData("/msg Duy,Ann hi", "/msg needs one nickname and a text")]
    [InlineData("/msg :x hi", "/msg needs one nickname and a text")]
    [InlineData("/nick", "/nick: the nickname is empty")]
    [InlineData("/nick 4u", "/nick: the nickname '4u' starts with '4'")]
    public void What_is_no_command_is_said_to_nobody(string line, string reason) =>
        Assert.StartsWith(reason, Assert.IsType<TypedLine.Mistake>(TypedLine.Parse(line)).Reason);

    [Fact]
    public async Task Lines_end_with_lf_or_cr_lf_or_the_end_of_the_input() =>
        Assert.Equal([Said("one"), Said("two"), new TypedLine.Nothing(), Said("three")], await ReadAll("one\r\ntwo\n\nthree"));

    [Fact]
    public async Task What_irc_cannot_carry_is_refused_with_the_number_of_its_line()
    {
        byte[] input = [.. "ok\n"u8, 0xFF, 0xFE, (byte)'\n', .. "a\0b\n"u8, .. "a\rb\n"u8, .. "ok\n"u8];

        var typed = await ReadAll(input);

        Assert.Equal(
            [
                Said("ok"),
                new TypedLine.Mistake("line 2 is not UTF-8; it was not sent"),
                new TypedLine.Mistake("line 3 has a NUL or a carriage return in it, which IRC can't carry; it was not sent"),
                new TypedLine.Mistake("line 4 has a NUL or a carriage return in it, which IRC can't carry; it was not sent"),
                Said("ok"),
            ],
            typed);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("wörter 日本語 😀 ")]
    [InlineData("😀")]
    [InlineData("/quit ")]
    public async Task A_line_of_any_length_is_said_whole_in_pieces(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000 / part.Length));

        var typed = await ReadAll("!" + text + "\nnext\n");

        Assert.True(typed.Count > 6);
        Assert.Equal("!" + text, string.Concat(typed.SkipLast(1).Cast<TypedLine.Say>().Select(said => said.Text)));
        Assert.All(typed.Cast<TypedLine.Say>(), said => Assert.True(Encoding.UTF8.GetByteCount(said.Text) <= TypedLines.LongestPiece));
        Assert.Equal(Said("next"), typed[^1]);
    }

    private static TypedLine.Say Said(string text) => new(null, text, Manner.Message);

    private static Task<List<TypedLine>> ReadAll(string input) => ReadAll(Encoding.UTF8.GetBytes(input));

    private static async Task<List<TypedLine>> ReadAll(byte[] input)
    {
        var lines = new TypedLines(PipeReader.Create(new MemoryStream(input)));
        var all = new List<TypedLine>();
        while (await lines.Next() is { } typed)
            all.Add(typed);
        return all;
    }
}
