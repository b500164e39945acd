using System.Xml;

namespace Wenbao.Funds.Bank;

/// <summary>Walks a document once and tells where it is, so that a message of any size is read without being held.</summary>
internal sealed class ElementWalk(XmlReader reader)
{
    private readonly Stack<string> open = new();

    /// <summary>The path of the element that the walk is at, such as <c>/Document/BkToCstmrStmt/Stmt/Ntry</c>.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The text of the element just left, where it is a leaf.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The currency of the element just left; null when it carries none.</summary>
    public string? Currency { get; private set; }

    /// <summary>Whether the walk has just entered the element, not left it.</summary>
    public bool IsEntering { get; private set; }

    /// <summary>How deep the walk is.</summary>
    public int Depth => open.Count;

    /// <summary>Goes on to the next element that begins, or ends with its text.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Next()
    {
        if (!IsEntering && open.Count > 0)
        {
            Path = open.Pop();
            Text = "";
        }

        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    open.Push(Path);
                    Path = Path + "/" + reader.LocalName;
                    Currency = reader.GetAttribute("Ccy");
                    Text = "";
                    IsEntering = !reader.IsEmptyElement;
                    return true;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    Text += reader.Value;
                    break;
                case XmlNodeType.EndElement:
                    IsEntering = false;
                    return true;
            }
        }

        return false;
    }
}
