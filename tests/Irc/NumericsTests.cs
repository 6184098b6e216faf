using System.Globalization;
using System.Reflection;
using static ChatRoom.Irc.Tests.Property;

namespace ChatRoom.Irc.Tests;

public class NumericsTests
{
    private delegate ReadOnlySpan<byte> Numeric();

    private static readonly (string Name, string Code)[] All =
    [
        .. from property in typeof(Numerics).GetProperties(BindingFlags.Public | BindingFlags.Static)
           select (property.Name, Utf8(property.GetMethod!.CreateDelegate<Numeric>()())),
    ];

    [Fact]
    public void Every_numeric_is_three_digits_and_stands_once()
    {
        Assert.True(All.Length > 150);
        Assert.All(All, numeric => Assert.True(Numerics.IsNumeric(numeric.Code), numeric.Name));
        Assert.Equal([], All.GroupBy(numeric => numeric.Code).Where(same => same.Count() > 1).Select(same => same.Key));
    }

    [Fact]
    public void Every_error_has_its_name_and_no_reply_is_an_error()
    {
        foreach (var (name, code) in All)
        {
            var isError = name.StartsWith("Err", StringComparison.Ordinal);
            Assert.Equal(isError, Numerics.IsError(code));
            Assert.Equal(isError ? "ERR_" + name[3..].ToUpperInvariant() : null, NumericNames.OfError(code));
        }
    }

    [Fact]
    public void The_table_of_names_has_no_errors_that_Numerics_lacks() => Assert.Equal(
        All.Count(numeric => numeric.Name.StartsWith("Err", StringComparison.Ordinal)),
        Enumerable.Range(0, 1000).Count(code => NumericNames.OfError(code.ToString("D3", CultureInfo.InvariantCulture)) is not null));

    [Fact]
    public void Well_known_numerics_are_right()
    {
        Assert.Equal("001", Utf8(Numerics.RplWelcome));
        Assert.Equal("353", Utf8(Numerics.RplNamReply));
        Assert.Equal("433", Utf8(Numerics.ErrNicknameInUse));
        Assert.Equal("ERR_NICKNAMEINUSE", NumericNames.OfError("433"));
    }

    [Theory]
    [InlineData("001", true, false)]
    [InlineData("499", true, true)]
    [InlineData("600", true, false)]
    [InlineData("904", true, true)]
    [InlineData("", false, false)]
    [InlineData("40", false, false)]
    [InlineData("4000", false, false)]
    [InlineData("4a1", false, false)]
    [InlineData("\u0664\u0660\u0661", false, false)]
    [InlineData("PRIVMSG", false, false)]
    public void Three_digits_are_a_numeric(string command, bool isNumeric, bool isError)
    {
        Assert.Equal(isNumeric, Numerics.IsNumeric(command));
        Assert.Equal(isError, Numerics.IsError(command));
    }
}
