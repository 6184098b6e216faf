using System.Text;
using ChatRoom.Server.Sessions;

namespace ChatRoom.Server.Tests.Sessions;

public sealed class LineTagsTests
{
    [Theory]
    [InlineData("PING :x", "@batch=r1 PING :x")]
    [InlineData("@time=1 PING :x", "@batch=r1;time=1 PING :x")]
    [InlineData("@batch=inner PING :x", "@batch=inner PING :x")]
    [InlineData("@time=1;batch=inner PING :x", "@time=1;batch=inner PING :x")]
    [InlineData("@time=1;batch=inner;a=b :t PRIVMSG #r :x", "@time=1;batch=inner;a=b :t PRIVMSG #r :x")]
    [InlineData("@+batch=x;a=batch= PRIVMSG #r :x", "@batch=r1;+batch=x;a=batch= PRIVMSG #r :x")]
    [InlineData("@a=b PRIVMSG #r :;batch=x", "@batch=r1;a=b PRIVMSG #r :;batch=x")]
    [InlineData("PRIVMSG #r :@batch=x", "@batch=r1 PRIVMSG #r :@batch=x")]
    public void A_line_gets_the_tag_unless_it_is_in_a_batch_wherever_that_stands(string line, string tagged)
    {
        var lines = Encoding.UTF8.GetBytes($"{line}\r\n{line}\r\n");
        var got = new StringBuilder();

        LineTags.AddToEach(lines, LineTags.Escaped("batch", "r1"), one => got.Append(Encoding.UTF8.GetString(one)));

        Assert.Equal($"{tagged}\r\n{tagged}\r\n", got.ToString());
    }
}
