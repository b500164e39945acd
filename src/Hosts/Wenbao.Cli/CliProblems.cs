using Wenbao.Kernel;

namespace Wenbao.Cli;

/// <summary>The numbered problems of the command line.</summary>
public static class CliProblems
{
    private static readonly ProblemCatalogue Catalogue = new("CLI");

    /// <summary>There is no district in the data folder yet.</summary>
    public static readonly ProblemKind NoDistrict = Catalogue.Define(1, 404,
        "数据目录中还没有区域数据。", "The data folder holds no district yet.",
        "先运行 wenbao demo，或用 --data 指明目录。", "Run wenbao demo first, or name the folder with --data.");

    /// <summary>The data folder holds another district than the one asked for. {0} seed and size there, {1} asked for.</summary>
    public static readonly ProblemKind OtherDistrict = Catalogue.Define(2, 409,
        "数据目录中是另一份合成数据（{0}），与要求的（{1}）不同。", "The data folder holds other synthetic data ({0}) than asked for ({1}).",
        "换一个 --data 目录，或删除该目录后重做。", "Use another --data folder, or delete that folder and make it again.");

    /// <summary>The data folder holds a database that the demo did not make.</summary>
    public static readonly ProblemKind ForeignDatabase = Catalogue.Define(3, 409,
        "数据目录中的数据库不是演示数据，不会覆盖。", "The database in the data folder was not made by the demo and is not overwritten.",
        "用 --data 指明另一个目录。", "Name another folder with --data.");

    /// <summary>The port is taken.</summary>
    public static readonly ProblemKind AddressInUse = Catalogue.Define(4, 409,
        "地址 {0} 已被占用。", "The address {0} is in use.",
        "停止占用它的程序，或用 --url 换一个端口。", "Stop the program that uses it, or choose another port with --url.");

    /// <summary>A file cannot be written or read. {0} what the system says.</summary>
    public static readonly ProblemKind FileUnusable = Catalogue.Define(5, 500,
        "文件无法使用：{0}", "The file cannot be used: {0}",
        "检查路径、权限和磁盘空间。", "Check the path, the rights and the disk space.");

    /// <summary>The PostgreSQL database does not answer. {0} what the system says.</summary>
    public static readonly ProblemKind DatabaseUnreachable = Catalogue.Define(6, 503,
        "数据库无法连接：{0}", "The database cannot be reached: {0}",
        "检查数据库是否在运行，以及环境变量 ConnectionStrings__Wenbao。", "Check that the database runs, and the environment variable ConnectionStrings__Wenbao.");
}
